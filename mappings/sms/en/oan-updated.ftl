<#import "/words/en.ftl" as w>
News of your power outage.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
