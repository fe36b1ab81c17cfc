<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
The planned power outage has a new time.
${w.lead('New time: ', w.window(), '.')}
${w.lead('Old time: ', w.oldWindow(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
