<#import "/words/zh-Hans.ftl" as w>
我们知道您那里仍然停电
其他住户已恢复供电，但您那里还没有。抢修人员已知道。
${w.backIfKnown()}
${w.call()}
