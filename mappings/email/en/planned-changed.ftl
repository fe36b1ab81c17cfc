<#import "/words/en.ftl" as w>
A new time for the planned power outage
The planned power outage has a new time.
${w.lead('New time: ', w.window(), '.')}
${w.lead('Old time: ', w.oldWindow(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
