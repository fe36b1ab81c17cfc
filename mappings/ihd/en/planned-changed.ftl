<#import "/words/en.ftl" as w>
Planned outage now${w.lead(' ', w.shortWindow())}.
${w.lead('Was ', w.shortOldWindow(), '.')}
${w.lead('Why: ', reason!'', '.')}
${w.lead('Call ', phone!'', '.')}
