<#import "/words/zh-Hans.ftl" as w>
【${utility}】计划停电已取消${w.lead('，原定时间：', w.window())}。
${w.call()}
