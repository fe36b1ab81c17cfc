<#import "/words/zh-Hans.ftl" as w>
【${utility}】停电情况有更新。
${w.crew()}
${w.causeMayBe()}
${w.reach()}
