<#import "/words/en.ftl" as w>
${utility}: We know your power is out.
${w.backIfKnown()}
${w.reach()}
${w.causeMayBe()}
${w.call()}
