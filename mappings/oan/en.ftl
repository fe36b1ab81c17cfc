<#setting locale="en_US">
<#function day time><#return time?string("EEEE, MMMM d")></#function>
<#function clock time><#return time?string("h:mm a")></#function>
<#function when time><#return day(time) + " at " + clock(time)></#function>
<#function window>
  <#if !plannedStart?? && !plannedEnd??><#return ""></#if>
  <#if !plannedStart??><#return "until " + when(plannedEnd)></#if>
  <#if !plannedEnd??><#return "starting " + when(plannedStart)></#if>
  <#if day(plannedStart) == day(plannedEnd)>
    <#return "on " + day(plannedStart) + ", from " + clock(plannedStart) + " to " + clock(plannedEnd)>
  </#if>
  <#return "from " + when(plannedStart) + " to " + when(plannedEnd)>
</#function>
<#assign reach = {
  "ISOLATED": "It affects one home or business, or only a few close together.",
  "NEIGHBORHOOD": "It affects a neighborhood.",
  "AREA": "It affects a large area."
}>
<#assign progress = {
  "CONFIRMED": "We are getting a crew ready.",
  "DISPATCHED": "A crew has the order.",
  "EN_ROUTE": "A crew is on its way.",
  "ON_SITE": "A crew is there.",
  "ASSESSED": "A crew has found what needs to be done.",
  "IN_PROGRESS": "A crew is at work.",
  "COMPLETED": "The work is done, and we are checking that everyone has power again."
}>
<#if status == "RESTORED">
  Power was restored<#if restoredAt??> on ${when(restoredAt)}</#if>.
  <#if cause??>The cause was ${cause}.</#if>
  We are sorry for the inconvenience.
<#elseif status == "CANCELLED">
  <#if planned>The planned outage<#if plannedStart??> of ${day(plannedStart)}</#if> has been called off.<#else>There is no outage here any more.</#if>
<#elseif status == "MERGED">
  This outage is part of a larger one<#if mergedInto??>, number ${mergedInto}</#if>.
<#else>
  <#if planned>
    <#if ["SCHEDULED", "DISPATCHED", "EN_ROUTE"]?seq_contains(status)>
      A planned power outage is scheduled<#if window()?has_content> ${window()}</#if>.
    <#else>
      This is a planned power outage<#if window()?has_content>, ${window()}</#if>.
    </#if>
    <#if plannedReason??>Reason: ${plannedReason}.</#if>
  <#else>
    We know about this power outage<#if startedAt??>, which began on ${when(startedAt)}</#if>.
  </#if>
  ${reach[magnitude!""]!}
  <#if (customersAffected!0) == 1>1 customer is affected.<#elseif (customersAffected!0) gt 1>${customersAffected} customers are affected.</#if>
  <#if cause?? && !planned>The probable cause is ${cause}.</#if>
  <#if !planned || status != "CONFIRMED">${progress[status]!}</#if>
  <#if ert??>
    We expect power to be back by ${when(ert)}.
  <#elseif !planned && status != "COMPLETED">
    We do not know yet when power will be back.
  </#if>
</#if>
<#if phone??>For more information, call ${phone}.</#if>
