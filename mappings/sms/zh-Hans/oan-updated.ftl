<#import "/words/zh-Hans.ftl" as w>
停电情况有更新。
${w.crew()}
${w.causeMayBe()}
${w.reach()}
