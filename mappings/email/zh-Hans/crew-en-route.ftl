<#import "/words/zh-Hans.ftl" as w>
抢修人员正在路上
抢修人员正在路上。
${w.back()}
${w.call()}
