<#import "/words/es.ftl" as w>
${utility}: ${w.backIfKnown()}
