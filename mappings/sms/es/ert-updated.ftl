<#import "/words/es.ftl" as w>
${w.backIfKnown()}
