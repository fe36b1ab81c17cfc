<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
We plan to turn off your power for work on our lines.
${w.lead('When: ', w.window(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
