<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
Your power is back on. ${w.lasted()} ${w.causeWas()}
We are sorry for the trouble that this made for you.
${w.call()}
