<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
Esto es lo nuevo.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
${w.call()}
