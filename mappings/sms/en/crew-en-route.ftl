<#import "/words/en.ftl" as w>
${utility}: A crew is on its way to you.
${w.back()}
