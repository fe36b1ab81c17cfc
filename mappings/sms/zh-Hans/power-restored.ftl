<#import "/words/zh-Hans.ftl" as w>
【${utility}】供电已恢复。
${w.lasted()}
${w.causeWas()}
${w.sorry()}
仍然没电？请回复 OUT。
