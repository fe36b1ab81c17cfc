<#import "/words/en.ftl" as w>
${utility}: We know your power is still out. Our crew knows it too.
${w.backIfKnown()}
