<#import "/words/en.ftl" as w>
We know your power is still out
Most homes have power again, but yours does not yet. Our crew knows it.
${w.backIfKnown()}
${w.call()}
