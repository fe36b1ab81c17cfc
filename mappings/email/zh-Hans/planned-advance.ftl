<#import "/words/zh-Hans.ftl" as w>
计划停电${w.lead('：', w.window())}
我们计划停电进行线路施工。
${w.lead('时间：', w.window(), '。')}
${w.why()}
${w.reachPlanned()}
${w.call()}
