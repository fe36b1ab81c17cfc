<#import "/words/zh-Hans.ftl" as w>
【${utility}】计划停电时间有变${w.lead('，新时间：', w.window())}。
${w.lead('原定时间：', w.oldWindow(), '。')}
${w.why()}
${w.reachPlanned()}
${w.call()}
