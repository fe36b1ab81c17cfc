<#import "/words/zh-Hans.ftl" as w>
计划停电已取消
您的用电不受影响。
${w.lead('已取消的停电：', w.window(), '。')}
${w.call()}
