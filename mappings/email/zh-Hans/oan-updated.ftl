<#import "/words/zh-Hans.ftl" as w>
停电情况有更新
以下是最新情况。
${w.crew()}
${w.causeMayBe()}
${w.reach()}
${w.call()}
