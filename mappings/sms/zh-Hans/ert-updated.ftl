<#import "/words/zh-Hans.ftl" as w>
${w.backIfKnown()}
