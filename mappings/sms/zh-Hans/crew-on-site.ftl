<#import "/words/zh-Hans.ftl" as w>
【${utility}】抢修人员已到现场。
${w.back()}
