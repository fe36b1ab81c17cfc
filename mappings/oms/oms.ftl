<#-- A request to OMS (README.md, Requests): the state of an outage, or whether it knows one. -->
<?xml version="1.0" encoding="UTF-8"?>
<#macro said fact> deviceTime="${fact.deviceTime}" report="${fact.report}"</#macro>
<RequestMessage xmlns="http://iec.ch/TC57/2011/schema/message">
  <Header>
    <Verb><#if kind == "QUERY">get<#else>change</#if></Verb>
    <Noun>Outages</Noun>
    <Timestamp>${at}</Timestamp>
    <Source>outage-hub</Source>
    <AsyncReplyFlag>true</AsyncReplyFlag>
    <MessageID>${id}</MessageID>
  </Header>
  <Payload>
    <Outages xmlns="urn:outage-hub:oms:outage:1">
      <Outage>
        <mRID>${outage}</mRID>
<#if state??>
  <#list ["kind", "level", "magnitude", "customersAffected", "cause", "feeder", "transformer", "district"] as name>
    <#if state.facts[name]??>
        <${name}>${state.facts[name]}</${name}>
    </#if>
  </#list>
  <#if state.facts.site??>
        <site>
          <latitude>${state.facts.site.latitude}</latitude>
          <longitude>${state.facts.site.longitude}</longitude>
        </site>
  </#if>
  <#list ["startedAt", "plannedStart", "plannedEnd", "plannedReason"] as name>
    <#if state.facts[name]??>
        <${name}>${state.facts[name]}</${name}>
    </#if>
  </#list>
  <#if state.ert??>
        <ert>${state.ert.at}</ert>
        <ertSource>${state.ert.source}</ertSource>
  </#if>
  <#if state.stillOut?has_content>
        <stillOut>
    <#list state.stillOut as meter>
          <mRID>${meter}</mRID>
    </#list>
        </stillOut>
  </#if>
  <#if state.mergedInto??>
        <mergedInto>${state.mergedInto}</mergedInto>
  </#if>
  <#if state.lifecycle??>
        <lifecycle>${state.lifecycle}</lifecycle>
  </#if>
  <#if state.restoredAt??>
        <restoredAt>${state.restoredAt}</restoredAt>
  </#if>
  <#if state.cause??>
        <foundCause<@said state.cause/>>${state.cause.value}</foundCause>
  </#if>
  <#list state.jobs as job>
        <job>
          <mRID>${job.id}</mRID>
          <kind>${job.kind}</kind>
    <#if job.troubleOrder??>
          <troubleOrder>${job.troubleOrder}</troubleOrder>
    </#if>
    <#if job.crew??>
          <crew>${job.crew}</crew>
    </#if>
    <#if job.status??>
          <status<@said job.status/>>${job.status.value}</status>
    </#if>
    <#if job.ert??>
          <ert<@said job.ert/>>${job.ert.value}</ert>
    </#if>
    <#if job.assessment??>
          <assessment<@said job.assessment/>>
      <#if job.assessment.value.repair??>
            <repair>${job.assessment.value.repair}</repair>
      </#if>
      <#list job.assessment.value.materials as material>
            <material code="${material.code}" quantity="${material.quantity}"/>
      </#list>
      <#if job.assessment.value.crewSize??>
            <crewSize>${job.assessment.value.crewSize}</crewSize>
      </#if>
      <#if job.assessment.value.hours??>
            <hours>${job.assessment.value.hours}</hours>
      </#if>
          </assessment>
    </#if>
    <#list job.notes as note>
          <note deviceTime="${note.at}" report="${note.report}">${note.text}</note>
    </#list>
        </job>
  </#list>
  <#list carried as report>
        <carriedReport deviceTime="${report.deviceTime}" role="${report.role}"<#if report.sender??> sender="${report.sender}"</#if>>${report.id}</carriedReport>
  </#list>
</#if>
      </Outage>
    </Outages>
  </Payload>
</RequestMessage>
