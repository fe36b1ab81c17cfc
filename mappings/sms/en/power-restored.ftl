<#import "/words/en.ftl" as w>
Your power is back.
${w.lasted()}
${w.causeWas()}
${w.sorry()}
Still out? Reply OUT.
