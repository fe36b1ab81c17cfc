<#import "/words/en.ftl" as w>
No planned outage${w.lead(' ', w.shortWindow())}.
Called off.
${w.lead('Call ', phone!'', '.')}
