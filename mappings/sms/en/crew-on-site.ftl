<#import "/words/en.ftl" as w>
${utility}: A crew is there to fix your power.
${w.back()}
