<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
We know that your power is out, and we are at work to bring it back.
${w.backIfKnown()}
${w.reach()} ${w.causeMayBe()}
${w.crew()}
${w.call()}
