<#import "/words/zh-Hans.ftl" as w>
【${utility}】我们知道您那里仍然停电，抢修人员也已知道。
${w.backIfKnown()}
