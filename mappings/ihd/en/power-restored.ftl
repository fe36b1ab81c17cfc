<#import "/words/en.ftl" as w>
Power is back. Sorry.
${w.lead('Still out? Call ', phone!'', '.')}
${w.lasted()}
${w.causeWas()}
