<#-- What notices say in Simplified Chinese. Not yet read by a speaker: have it read before it goes to customers. -->
<#function clock time><#return time?string("H:mm")></#function>
<#function date time><#return time?string("M'月'd'日'EEEE")></#function>
<#function isToday time><#return time?string("yyyyMMdd") == now?string("yyyyMMdd")></#function>
<#function when time>
  <#if isToday(time)><#return "今天" + clock(time)></#if>
  <#local away = time?long - now?long>
  <#return (0 lt away && away lt 6 * 86400000)?then(time?string("EEEE"), date(time)) + clock(time)>
</#function>

<#function span start end>
  <#if !start?has_content && !end?has_content><#return ""></#if>
  <#if !start?has_content><#return date(end) + clock(end) + "之前"></#if>
  <#if !end?has_content><#return date(start) + clock(start) + "开始"></#if>
  <#if date(start) == date(end)><#return date(start) + clock(start) + "至" + clock(end)></#if>
  <#return date(start) + clock(start) + "至" + date(end) + clock(end)>
</#function>
<#function window><#return span(plannedStart!"", plannedEnd!"")></#function>
<#function oldWindow><#return span(oldStart!"", oldEnd!"")></#function>

<#function lasting minutes>
  <#local days = (minutes / 1440)?floor><#local hours = (minutes % 1440 / 60)?floor><#local rest = minutes % 60>
  <#if days gt 0><#return days?c + "天" + (hours gt 0)?then(hours?c + "小时", "")></#if>
  <#if hours gt 0><#return hours?c + "小时" + (rest gt 0)?then(rest?c + "分钟", "")></#if>
  <#return (rest gt 0)?then(rest?c + "分钟", "不到一分钟")>
</#function>
<#function lasted><#return lastedMinutes???then("停电时间：" + lasting(lastedMinutes!0) + "。", "")></#function>

<#function back>
  <#if !ert??><#return ""></#if>
  <#return "预计" + when(ert) + "前恢复供电" + (oldErt??)?then("（此前预计" + when(oldErt!ert) + "）", "") + "。">
</#function>
<#function backIfKnown><#return (ert??)?then(back(), "目前还不知道何时恢复供电。")></#function>
<#function reach>
  <#return {
    "ISOLATED": "只影响您家或附近几户。",
    "NEIGHBORHOOD": "影响您所在的社区。",
    "AREA": "影响较大范围。"
  }[magnitude!""]!"">
</#function>
<#function reachPlanned><#return reach()></#function>
<#function crew>
  <#return {
    "CONFIRMED": "我们正在安排抢修人员。",
    "DISPATCHED": "抢修人员已接到任务。",
    "EN_ROUTE": "抢修人员正在路上。",
    "ON_SITE": "抢修人员已到现场。",
    "ASSESSED": "抢修人员已找到问题。",
    "IN_PROGRESS": "抢修人员正在抢修。",
    "COMPLETED": "抢修已完成，我们正在确认是否全部恢复供电。",
    "CANCELLED": "没有发现停电。"
  }[status!""]!"">
</#function>
<#function causeMayBe><#return (cause??)?then("可能的原因：" + (cause!) + "。", "")></#function>
<#function causeWas><#return (cause??)?then("原因：" + (cause!) + "。", "")></#function>
<#function why><#return (reason??)?then("原因：" + (reason!) + "。", "")></#function>
<#function call><#return (phone??)?then("详情请致电 " + (phone!) + "。", "")></#function>
<#function sorry><#return "非常抱歉。"></#function>
<#-- The text between what leads to it and what ends it, or nothing. -->
<#function lead before text after=""><#return text?has_content?then(before + text + after, "")></#function>
