<#import "/words/zh-Hans.ftl" as w>
【${utility}】我们已知道您那里停电。
${w.backIfKnown()}
${w.reach()}
${w.causeMayBe()}
${w.call()}
