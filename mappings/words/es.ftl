<#-- Lo que dicen los avisos en español, una frase por función, para todos los canales. Sin el dato no hay frase. -->
<#-- Hours of 24, as the OAN has them. -->
<#function clock time><#return time?string("H:mm")></#function>
<#function the time><#return (time?string("H") == "1")?then("la ", "las ") + clock(time)></#function>
<#function date time><#return time?string("EEEE d 'de' MMMM")></#function>
<#function isToday time><#return time?string("yyyyMMdd") == now?string("yyyyMMdd")></#function>
<#function when time>
  <#if isToday(time)><#return "hoy a " + the(time)></#if>
  <#local away = time?long - now?long>
  <#return "el " + (0 lt away && away lt 6 * 86400000)?then(time?string("EEEE"), date(time)) + " a " + the(time)>
</#function>

<#function span start end>
  <#if !start?has_content && !end?has_content><#return ""></#if>
  <#if !start?has_content><#return "hasta el " + date(end) + " a " + the(end)></#if>
  <#if !end?has_content><#return "el " + date(start) + " desde " + the(start)></#if>
  <#if date(start) == date(end)><#return "el " + date(start) + " de " + clock(start) + " a " + clock(end)></#if>
  <#return "desde el " + date(start) + " a " + the(start) + " hasta el " + date(end) + " a " + the(end)>
</#function>
<#function window><#return span(plannedStart!"", plannedEnd!"")></#function>
<#function oldWindow><#return span(oldStart!"", oldEnd!"")></#function>

<#function count number unit><#return number?c + " " + unit + (number == 1)?then("", "s")></#function>
<#function lasting minutes>
  <#local days = (minutes / 1440)?floor><#local hours = (minutes % 1440 / 60)?floor><#local rest = minutes % 60>
  <#if days gt 0><#return count(days, "día") + (hours gt 0)?then(" y " + count(hours, "hora"), "")></#if>
  <#if hours gt 0><#return count(hours, "hora") + (rest gt 0)?then(" y " + count(rest, "minuto"), "")></#if>
  <#return (rest gt 0)?then(count(rest, "minuto"), "menos de un minuto")>
</#function>
<#function lasted><#return lastedMinutes???then("No hubo luz por " + lasting(lastedMinutes!0) + ".", "")></#function>

<#function back>
  <#if !ert??><#return ""></#if>
  <#return "La luz debe volver " + when(ert) + (oldErt??)?then(". Antes dijimos " + when(oldErt!ert), "") + ".">
</#function>
<#function backIfKnown><#return (ert??)?then(back(), "Aún no se sabe cuándo vuelve la luz.")></#function>
<#function reach>
  <#return {
    "ISOLATED": "Solo falta en su casa, o en unas pocas más.",
    "NEIGHBORHOOD": "Falta en todo su barrio.",
    "AREA": "Falta en una zona grande."
  }[magnitude!""]!"">
</#function>
<#function reachPlanned>
  <#return {
    "ISOLATED": "Es para su casa, o unas pocas más.",
    "NEIGHBORHOOD": "Es para todo su barrio.",
    "AREA": "Es para una zona grande."
  }[magnitude!""]!"">
</#function>
<#function crew>
  <#return {
    "CONFIRMED": "Vamos a enviar un equipo.",
    "DISPATCHED": "Un equipo ya tiene la orden.",
    "EN_ROUTE": "Un equipo va en camino.",
    "ON_SITE": "Un equipo ya llegó.",
    "ASSESSED": "El equipo ya sabe cuál es la falla.",
    "IN_PROGRESS": "El equipo está en la obra.",
    "COMPLETED": "La obra está hecha. Vemos si todos tienen luz.",
    "CANCELLED": "No hay ningún corte."
  }[status!""]!"">
</#function>
<#function causeMayBe><#return (cause??)?then("La causa puede ser " + (cause!) + ".", "")></#function>
<#function causeWas><#return (cause??)?then("La causa fue " + (cause!) + ".", "")></#function>
<#function why><#return (reason??)?then("Motivo: " + (reason!) + ".", "")></#function>
<#function call><#return (phone??)?then("Para saber más, llame al " + (phone!) + ".", "")></#function>
<#function sorry><#return "Lo sentimos."></#function>
<#-- The text between what leads to it and what ends it, or nothing. -->
<#function lead before text after=""><#return text?has_content?then(before + text + after, "")></#function>

<#-- Para una pantalla, donde cada byte cuenta. -->
<#function bare text><#return text?replace(".", "")></#function>
<#function shortWhen time>
  <#if isToday(time)><#return clock(time)></#if>
  <#local away = time?long - now?long>
  <#return bare(time?string((0 lt away && away lt 6 * 86400000)?then("EEE H:mm", "EEE d MMM H:mm")))>
</#function>
<#function shortBack><#return (ert??)?then("Vuelve " + shortWhen(ert!now) + ".", "")></#function>
<#function shortSpan start end>
  <#if !start?has_content><#return end?has_content?then("hasta " + bare(end?string("EEE d MMM H:mm")), "")></#if>
  <#if !end?has_content><#return "desde " + bare(start?string("EEE d MMM H:mm"))></#if>
  <#return bare(start?string("EEE d MMM H:mm")) + "-" + bare(end?string((date(start) == date(end))?then("H:mm", "EEE d MMM H:mm")))>
</#function>
<#function shortWindow><#return shortSpan(plannedStart!"", plannedEnd!"")></#function>
<#function shortOldWindow><#return shortSpan(oldStart!"", oldEnd!"")></#function>
