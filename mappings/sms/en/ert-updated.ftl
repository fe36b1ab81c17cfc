<#import "/words/en.ftl" as w>
${w.backIfKnown()}
