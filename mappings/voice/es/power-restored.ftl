<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
Ya volvió la luz. ${w.lasted()} ${w.causeWas()}
Lo sentimos mucho.
${w.call()}
