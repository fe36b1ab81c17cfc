<#setting locale="es_US">
<#function day time><#return time?string("EEEE d 'de' MMMM")></#function>
<#-- Hours of 24, so that no "a la" or "a las" depends on the hour. -->
<#function clock time><#return time?string("HH:mm")></#function>
<#function when time><#return day(time) + ", " + clock(time) + " horas"></#function>
<#function window>
  <#if !plannedStart?? && !plannedEnd??><#return ""></#if>
  <#if !plannedStart??><#return "hasta el " + when(plannedEnd)></#if>
  <#if !plannedEnd??><#return "a partir del " + when(plannedStart)></#if>
  <#if day(plannedStart) == day(plannedEnd)>
    <#return "el " + day(plannedStart) + ", de " + clock(plannedStart) + " a " + clock(plannedEnd) + " horas">
  </#if>
  <#return "desde el " + when(plannedStart) + ", hasta el " + when(plannedEnd)>
</#function>
<#assign reach = {
  "ISOLATED": "Afecta a un hogar o negocio, o solo a unos pocos cercanos.",
  "NEIGHBORHOOD": "Afecta a un vecindario.",
  "AREA": "Afecta a una zona extensa."
}>
<#assign progress = {
  "CONFIRMED": "Estamos preparando una cuadrilla.",
  "DISPATCHED": "Una cuadrilla ya tiene la orden.",
  "EN_ROUTE": "Una cuadrilla está en camino.",
  "ON_SITE": "Una cuadrilla está en el lugar.",
  "ASSESSED": "Una cuadrilla ya determinó lo que hay que hacer.",
  "IN_PROGRESS": "Una cuadrilla está trabajando.",
  "COMPLETED": "El trabajo terminó y estamos verificando que todos tengan luz otra vez."
}>
<#if status == "RESTORED">
  El servicio eléctrico fue restablecido<#if restoredAt??> el ${when(restoredAt)}</#if>.
  <#if cause??>La causa fue ${cause}.</#if>
  Lamentamos las molestias.
<#elseif status == "CANCELLED">
  <#if planned>El corte programado<#if plannedStart??> del ${day(plannedStart)}</#if> fue cancelado.<#else>Ya no hay ningún corte aquí.</#if>
<#elseif status == "MERGED">
  Este corte es parte de uno mayor<#if mergedInto??>, el número ${mergedInto}</#if>.
<#else>
  <#if planned>
    <#if ["SCHEDULED", "DISPATCHED", "EN_ROUTE"]?seq_contains(status)>
      Hay un corte de luz programado<#if window()?has_content> ${window()}</#if>.
    <#else>
      Este es un corte de luz programado<#if window()?has_content>, ${window()}</#if>.
    </#if>
    <#if plannedReason??>Motivo: ${plannedReason}.</#if>
  <#else>
    Sabemos de este corte de luz<#if startedAt??>, que comenzó el ${when(startedAt)}</#if>.
  </#if>
  ${reach[magnitude!""]!}
  <#if (customersAffected!0) == 1>Hay 1 cliente afectado.<#elseif (customersAffected!0) gt 1>Hay ${customersAffected} clientes afectados.</#if>
  <#if cause?? && !planned>La causa probable es ${cause}.</#if>
  <#if !planned || status != "CONFIRMED">${progress[status]!}</#if>
  <#if ert??>
    Esperamos que la luz vuelva a más tardar el ${when(ert)}.
  <#elseif !planned && status != "COMPLETED">
    Aún no sabemos cuándo volverá la luz.
  </#if>
</#if>
<#if phone??>Para más información, llame al ${phone}.</#if>
