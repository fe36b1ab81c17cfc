<#import "/words/es.ftl" as w>
Algo nuevo sobre su corte de luz
Esto es lo nuevo.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
${w.call()}
