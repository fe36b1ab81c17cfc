<#import "/words/zh-Hans.ftl" as w>
供电已恢复
供电已恢复。${w.lasted()}${w.causeWas()}
给您带来不便，非常抱歉。
仍然没电？请回复本邮件，写上 OUT。
${w.call()}
