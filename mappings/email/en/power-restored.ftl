<#import "/words/en.ftl" as w>
Your power is back
You have power again. ${w.lasted()} ${w.causeWas()}
We are sorry for the trouble that this made for you.
Is your power still out? Reply to this e-mail with the word OUT.
${w.call()}
