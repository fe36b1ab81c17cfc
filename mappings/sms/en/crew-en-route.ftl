<#import "/words/en.ftl" as w>
A crew is on its way to you.
${w.back()}
