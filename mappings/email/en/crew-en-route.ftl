<#import "/words/en.ftl" as w>
A crew is on its way
A crew is on its way to fix your power.
${w.back()}
${w.call()}
