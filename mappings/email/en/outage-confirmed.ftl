<#import "/words/en.ftl" as w>
We know your power is out
We know that your power is out, and we are at work to bring it back.
${w.backIfKnown()}
${w.reach()} ${w.causeMayBe()}
${w.crew()}
${w.call()}
