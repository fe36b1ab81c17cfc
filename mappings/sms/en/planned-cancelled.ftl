<#import "/words/en.ftl" as w>
${utility}: The planned power outage is called off${w.lead(': ', w.window())}.
${w.call()}
