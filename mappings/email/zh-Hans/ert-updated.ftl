<#import "/words/zh-Hans.ftl" as w>
预计恢复供电时间
${w.backIfKnown()}
如有变化，我们会再通知您。
${w.call()}
