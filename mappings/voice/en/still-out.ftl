<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
Most homes have power again, but yours does not yet. Our crew knows it.
${w.backIfKnown()}
${w.call()}
