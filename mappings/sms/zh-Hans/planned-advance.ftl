<#import "/words/zh-Hans.ftl" as w>
【${utility}】计划停电${w.lead('：', w.window())}。
${w.why()}
${w.reachPlanned()}
${w.call()}
