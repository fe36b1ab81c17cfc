<#import "/words/en.ftl" as w>
News of your power outage
Here is what is new.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
${w.call()}
