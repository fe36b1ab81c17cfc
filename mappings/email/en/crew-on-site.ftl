<#import "/words/en.ftl" as w>
A crew is there
A crew is there to fix your power.
${w.back()}
${w.call()}
