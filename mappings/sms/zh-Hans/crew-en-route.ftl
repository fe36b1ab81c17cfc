<#import "/words/zh-Hans.ftl" as w>
【${utility}】抢修人员正在路上。
${w.back()}
