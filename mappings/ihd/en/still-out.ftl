<#import "/words/en.ftl" as w>
Still out: crew knows.
${w.shortBack()}
${w.lead('Call ', phone!'', '.')}
