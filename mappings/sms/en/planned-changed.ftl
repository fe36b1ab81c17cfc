<#import "/words/en.ftl" as w>
${utility}: The planned power outage has a new time${w.lead(': ', w.window())}.
${w.lead('The old time was ', w.oldWindow(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
