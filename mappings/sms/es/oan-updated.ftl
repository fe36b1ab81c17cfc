<#import "/words/es.ftl" as w>
${utility}: Hay algo nuevo sobre su corte de luz.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
