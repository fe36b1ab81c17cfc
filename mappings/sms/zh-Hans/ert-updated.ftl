<#import "/words/zh-Hans.ftl" as w>
【${utility}】${w.backIfKnown()}
