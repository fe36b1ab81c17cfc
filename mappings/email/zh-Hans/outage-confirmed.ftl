<#import "/words/zh-Hans.ftl" as w>
我们已知道您那里停电
我们已知道您那里停电，正在处理。
${w.backIfKnown()}
${w.reach()}${w.causeMayBe()}
${w.crew()}
${w.call()}
