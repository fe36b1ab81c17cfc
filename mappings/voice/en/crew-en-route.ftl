<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
A crew is on its way to fix your power.
${w.back()}
${w.call()}
