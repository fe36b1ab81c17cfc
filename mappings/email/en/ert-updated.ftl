<#import "/words/en.ftl" as w>
When your power should be back
${w.backIfKnown()}
We will tell you when this changes.
${w.call()}
