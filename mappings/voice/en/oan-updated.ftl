<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
Here is what is new.
${w.crew()}
${w.causeMayBe()}
${w.reach()}
${w.call()}
