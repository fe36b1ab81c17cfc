<#import "/words/en.ftl" as w>
${w.crew()}
${w.causeMayBe()}
${w.reach()}
