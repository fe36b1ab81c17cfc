<#import "/words/en.ftl" as w>
Outage planned${w.lead(' ', w.shortWindow())}.
${w.lead('Why: ', reason!'', '.')}
${w.lead('Call ', phone!'', '.')}
${w.reachPlanned()}
