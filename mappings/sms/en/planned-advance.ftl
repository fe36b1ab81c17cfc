<#import "/words/en.ftl" as w>
${utility}: Planned power outage${w.lead(': ', w.window())}.
${w.why()}
${w.reachPlanned()}
${w.call()}
