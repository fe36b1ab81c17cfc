<#import "/words/en.ftl" as w>
We know your power is still out. Our crew knows it too.
${w.backIfKnown()}
