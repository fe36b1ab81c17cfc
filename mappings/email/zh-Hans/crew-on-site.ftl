<#import "/words/zh-Hans.ftl" as w>
抢修人员已到现场
抢修人员已到现场。
${w.back()}
${w.call()}
