<#import "/words/en.ftl" as w>
${utility}: ${w.backIfKnown()}
