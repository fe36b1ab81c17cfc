<#-- How long it stands on the display, in seconds; a later message of the same place does not take it off by itself. -->
<#assign duration = (type == "POWER_RESTORED")?then(7200, 86400)>
<#-- 0 low, 1 normal, 2 high, 3 critical -->
<#assign priority = (type == "SAFETY")?then(3, (urgency gte 7)?then(2, 1))>
<TextMessage xmlns="urn:ieee:std:2030.5:ns">
  <mRID>${id?replace("-", "")?upper_case}</mRID>
  <description>${type}</description>
  <creationTime>${now}</creationTime>
  <EventStatus>
    <currentStatus>1</currentStatus>
    <dateTime>${now}</dateTime>
    <potentiallySuperseded>false</potentiallySuperseded>
  </EventStatus>
  <interval>
    <duration>${duration}</duration>
    <start>${now}</start>
  </interval>
  <originator>${utility[0..*20]}</originator>
  <priority>${priority}</priority>
  <textMessage>${text}</textMessage>
</TextMessage>
