<#-- What notices say in English, a sentence each, for all channels. Where the fact is not known, there is no sentence. -->
<#function clock time><#return time?string("h:mm a")></#function>
<#function date time><#return time?string("EEEE, MMMM d")></#function>
<#function isToday time><#return time?string("yyyyMMdd") == now?string("yyyyMMdd")></#function>
<#-- The weekday when not today, and the date too where the weekday alone could be another week's. -->
<#function when time>
  <#if isToday(time)><#return clock(time)></#if>
  <#local away = time?long - now?long>
  <#return clock(time) + " on " + (0 lt away && away lt 6 * 86400000)?then(time?string("EEEE"), date(time))>
</#function>

<#function span start end>
  <#if !start?has_content && !end?has_content><#return ""></#if>
  <#if !start?has_content><#return "until " + clock(end) + " on " + date(end)></#if>
  <#if !end?has_content><#return date(start) + ", from " + clock(start)></#if>
  <#if date(start) == date(end)><#return date(start) + ", " + clock(start) + " to " + clock(end)></#if>
  <#return date(start) + ", " + clock(start) + " to " + date(end) + ", " + clock(end)>
</#function>
<#function window><#return span(plannedStart!"", plannedEnd!"")></#function>
<#function oldWindow><#return span(oldStart!"", oldEnd!"")></#function>

<#function count number unit><#return number?c + " " + unit + (number == 1)?then("", "s")></#function>
<#-- In words: of the days only the hours, of the hours only the minutes are said beside. -->
<#function lasting minutes>
  <#local days = (minutes / 1440)?floor><#local hours = (minutes % 1440 / 60)?floor><#local rest = minutes % 60>
  <#if days gt 0><#return count(days, "day") + (hours gt 0)?then(" and " + count(hours, "hour"), "")></#if>
  <#if hours gt 0><#return count(hours, "hour") + (rest gt 0)?then(" and " + count(rest, "minute"), "")></#if>
  <#return (rest gt 0)?then(count(rest, "minute"), "less than a minute")>
</#function>
<#function lasted><#return lastedMinutes???then("It was out for " + lasting(lastedMinutes!0) + ".", "")></#function>

<#function back>
  <#if !ert??><#return ""></#if>
  <#return "Power should be back by " + when(ert) + (oldErt??)?then(", not by " + when(oldErt!ert), "") + ".">
</#function>
<#function backIfKnown><#return (ert??)?then(back(), "We do not know yet when power will be back.")></#function>
<#function reach>
  <#return {
    "ISOLATED": "Only your home is out, or a few near it.",
    "NEIGHBORHOOD": "Your neighborhood is out.",
    "AREA": "A large area is out."
  }[magnitude!""]!"">
</#function>
<#function reachPlanned>
  <#return {
    "ISOLATED": "It is for your home, or a few near it.",
    "NEIGHBORHOOD": "It is for your neighborhood.",
    "AREA": "It is for a large area."
  }[magnitude!""]!"">
</#function>
<#function crew>
  <#return {
    "CONFIRMED": "We are getting a crew ready.",
    "DISPATCHED": "A crew has the job.",
    "EN_ROUTE": "A crew is on its way.",
    "ON_SITE": "A crew is there.",
    "ASSESSED": "A crew has found what is wrong.",
    "IN_PROGRESS": "A crew is at work.",
    "COMPLETED": "The work is done. We are checking that all have power.",
    "CANCELLED": "We found no outage."
  }[status!""]!"">
</#function>
<#function causeMayBe><#return (cause??)?then("The cause may be " + (cause!) + ".", "")></#function>
<#function causeWas><#return (cause??)?then("The cause was " + (cause!) + ".", "")></#function>
<#function why><#return (reason??)?then("Why: " + (reason!) + ".", "")></#function>
<#function call><#return (phone??)?then("Call " + (phone!) + " for more.", "")></#function>
<#function sorry><#return "We are sorry."></#function>
<#-- The text between what leads to it and what ends it, or nothing. -->
<#function lead before text after=""><#return text?has_content?then(before + text + after, "")></#function>

<#-- For a display, where each byte counts. -->
<#function shortWhen time>
  <#if isToday(time)><#return clock(time)></#if>
  <#local away = time?long - now?long>
  <#return time?string((0 lt away && away lt 6 * 86400000)?then("EEE h:mm a", "EEE MMM d h:mm a"))>
</#function>
<#function shortBack><#return (ert??)?then("Back by " + shortWhen(ert!now) + ".", "")></#function>
<#function shortSpan start end>
  <#if !start?has_content><#return end?has_content?then("until " + end?string("EEE MMM d h:mm a"), "")></#if>
  <#if !end?has_content><#return "from " + start?string("EEE MMM d h:mm a")></#if>
  <#return start?string("EEE MMM d h:mm a") + "-" + end?string((date(start) == date(end))?then("h:mm a", "EEE MMM d h:mm a"))>
</#function>
<#function shortWindow><#return shortSpan(plannedStart!"", plannedEnd!"")></#function>
<#function shortOldWindow><#return shortSpan(oldStart!"", oldEnd!"")></#function>
