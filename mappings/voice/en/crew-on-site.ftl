<#import "/words/en.ftl" as w>
Hello. This is ${utility}.
A crew is there to fix your power.
${w.back()}
${w.call()}
