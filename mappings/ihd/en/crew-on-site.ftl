<#import "/words/en.ftl" as w>
A crew is there.
${w.shortBack()}
