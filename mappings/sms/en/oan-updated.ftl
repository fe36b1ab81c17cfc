<#import "/words/en.ftl" as w>
${utility}: News of your power outage.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
