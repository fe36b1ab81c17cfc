<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
You will have power as always.
${w.lead('This outage is called off: ', w.window(), '.')}
${w.sorry()}
${w.call()}
