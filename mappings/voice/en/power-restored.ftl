<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
You have power again. ${w.lasted()} ${w.causeWas()}
We are sorry for the trouble that this made for you.
${w.call()}
