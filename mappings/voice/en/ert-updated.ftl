<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
${w.backIfKnown()}
We will tell you when this changes.
${w.call()}
