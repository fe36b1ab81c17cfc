<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
Sabemos que no tiene luz. Ya hacemos todo para que vuelva.
${w.backIfKnown()}
${w.reach()} ${w.causeMayBe()}
${w.crew()}
${w.call()}
