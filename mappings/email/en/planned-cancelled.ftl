<#import "/words/en.ftl" as w>
The planned power outage is called off
You will have power as always.
${w.lead('This outage is called off: ', w.window(), '.')}
${w.sorry()}
${w.call()}
