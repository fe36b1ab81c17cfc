<#import "/words/es.ftl" as w>
${w.crew()}
${w.causeMayBe()}
${w.reach()}
