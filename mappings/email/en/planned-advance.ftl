<#import "/words/en.ftl" as w>
A planned power outage${w.lead(': ', w.window())}
We plan to turn off your power for work on our lines.
${w.lead('When: ', w.window(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
