<#-- What WMS (SAP) is asked to do for one message: calls in camel-sap's XML, in order (README.md). -->
<#-- What the utility's SAP calls things, and the time zone of its plant. -->
<#setting time_zone="America/Los_Angeles">
<#assign notificationType = "M2" planningPlant = "1000" workCenter = "LINECREW" controlKey = "PM01"
         orderTypes = {"PLANNED": "PM02", "UNPLANNED": "PM01"}
         priorities = {"AREA": "1", "NEIGHBORHOOD": "2", "ISOLATED": "3"}>
<#-- What stands for a number that SAP has yet to give; the hub puts the number there. -->
<#assign temporary = "%00000000001">

<#function day at><#return at?datetime.iso?string("yyyy-MM-dd'T'00:00:00.000")></#function>
<#function time at><#return at?datetime.iso?string("'1970-01-01T'HH:mm:ss.000")></#function>
<#function when at><#return at?datetime.iso?string("yyyy-MM-dd HH:mm")></#function>

<#-- A text as its field has room for it; what was cut off stands in the long text. -->
<#function cut text length>
  <#return (text?length > length)?then(text[0..*(length - 1)] + "…", text)>
</#function>

<#-- A paragraph as lines of a long text: * begins it, a blank format goes on after a space, = within a word. -->
<#function paragraph text format = "*">
  <#if text?length <= 132><#return [{"format": format, "line": text}]></#if>
  <#local at = text[0..*133]?last_index_of(" ")>
  <#if at gt 0>
    <#return [{"format": format, "line": text[0..<at]}] + paragraph(text[(at + 1)..], "")>
  </#if>
  <#return [{"format": format, "line": text[0..*132]}] + paragraph(text[132..], "=")>
</#function>
<#function paragraphs text>
  <#local lines = []>
  <#list text?split("\\r?\\n", "r") as each><#local lines = lines + paragraph(each)></#list>
  <#return lines>
</#function>

<#-- What the long text says of a state: where things stand, what the repair needs, what the crew wrote. -->
<#function standing of>
  <#local said = ["Outage " + of.outage]>
  <#if of.calledOff><#local said = said + ["called off"]></#if>
  <#if of.facts.magnitude??><#local said = said + [of.facts.magnitude]></#if>
  <#if of.facts.customersAffected??><#local said = said + [of.facts.customersAffected?c + " customers"]></#if>
  <#list ["feeder", "transformer", "district"] as name>
    <#if of.facts[name]??><#local said = said + [name + " " + of.facts[name]]></#if>
  </#list>
  <#if of.cause??><#local said = said + ["cause " + of.cause]></#if>
  <#if of.job.crew??><#local said = said + ["crew " + of.job.crew]></#if>
  <#if of.job.status??><#local said = said + [of.job.status.value + " since " + when(of.job.status.deviceTime)]></#if>
  <#if of.ert??><#local said = said + ["ERT " + when(of.ert.at) + " (" + of.ert.source + ")"]></#if>
  <#if of.unconfirmed><#local said = said + ["not confirmed by OMS"]></#if>
  <#return said?join(", ")>
</#function>
<#function needs of>
  <#if !of.assessment??><#return ""></#if>
  <#local said = ["Repair: " + of.assessment.repair]>
  <#if of.assessment.crewSize??><#local said = said + ["crew of " + of.assessment.crewSize?c]></#if>
  <#if of.assessment.hours??><#local said = said + [of.assessment.hours?c + " hours"]></#if>
  <#list of.assessment.materials as each><#local said = said + [each.quantity?c + " x " + each.code]></#list>
  <#return said?join(", ")>
</#function>
<#function note of><#return when(of.at) + " " + of.text></#function>
<#-- What is new in a state for whom knows another; with nothing known, all of it. -->
<#function news of known = "">
  <#local lines = []>
  <#if known?is_string>
    <#local lines = paragraph("Job " + of.job.id)>
    <#local had = []>
  <#else>
    <#local had = known.job.notes?map(each -> each.report)>
  </#if>
  <#if known?is_string || standing(known) != standing(of)>
    <#local lines = lines + paragraph(when(of.at) + " " + standing(of))>
  </#if>
  <#if needs(of) != "" && (known?is_string || needs(known) != needs(of))>
    <#local lines = lines + paragraphs(needs(of))>
  </#if>
  <#list of.job.notes?filter(each -> !had?seq_contains(each.report)) as each>
    <#local lines = lines + paragraphs(note(each))>
  </#list>
  <#return lines>
</#function>

<#macro request function scalars = {}>
<${function}:Request xmlns:${function}="http://sap.fusesource.org/rfc/WMS/${function}"<#list scalars as name, value> ${name}="${value}"</#list>><#nested></${function}:Request>
</#macro>
<#macro commit><@request "BAPI_TRANSACTION_COMMIT", {"WAIT": "X"}/></#macro>
<#macro dateAndTime dateField timeField at = ""><#if at != ""> ${dateField}="${day(at)}" ${timeField}="${time(at)}"</#if></#macro>

<#-- A trouble order: a notification. Each field of its header that is ours is sent each time; one that is not known is empty. -->
<#macro notificationHeader release>
<NOTIFHEADER SHORT_TEXT="${cut(state.outage + ((" " + state.facts.magnitude)!"") + ((" " + state.cause)!""), 40)}"<#rt>
  <#lt><#if state.facts.magnitude??> PRIORITY="${priorities[state.facts.magnitude]}"</#if><#rt>
  <#lt><#if (state.facts.feeder!"")?length gt 0 && state.facts.feeder?length <= 30> FUNCT_LOC="${state.facts.feeder}"</#if><#rt>
  <#lt> BREAKDOWN="X"<@dateAndTime "STRMLFNDATE", "STRMLFNTIME", state.facts.startedAt!""/><#rt>
  <#lt><@dateAndTime "ENDMLFNDATE", "ENDMLFNTIME", state.endedAt!""/><@dateAndTime "DESENDDATE", "DESENDTM", (state.ert.at)!""/><#rt>
  <#lt> PLANPLANT="${planningPlant}" DEVICEDATA="${cut(state.outage, 40)}" PURCH_NO_C="${reference}/${release?c}"/>
</#macro>
<#macro longText table lines>
<#if lines?has_content>
<${table}>
<#list lines as each>
<row OBJTYPE="QMEL" FORMAT_COL="${each.format}" TEXT_LINE="${each.line}"/>
</#list>
</${table}>
</#if>
</#macro>
<#macro createNotification release lines>
<@request "BAPI_ALM_NOTIF_CREATE", {"NOTIF_TYPE": notificationType}>
<@notificationHeader release/>
<@longText "LONGTEXTS", lines/>
</@request>
<@request "BAPI_ALM_NOTIF_SAVE", {"NUMBER": temporary}/>
<@commit/>
</#macro>
<#macro changeNotification number lines>
<@request "BAPI_ALM_NOTIF_DATA_MODIFY", {"NUMBER": number}>
<@notificationHeader state.number/>
<NOTIFHEADER_X SHORT_TEXT="X" PRIORITY="X" FUNCT_LOC="X" BREAKDOWN="X" STRMLFNDATE="X" STRMLFNTIME="X" ENDMLFNDATE="X" ENDMLFNTIME="X" DESENDDATE="X" DESENDTM="X" PLANPLANT="X" DEVICEDATA="X" PURCH_NO_C="X"/>
</@request>
<#if lines?has_content>
<@request "BAPI_ALM_NOTIF_DATA_ADD", {"NUMBER": number}>
<@longText "NOTFULLTXT", lines/>
</@request>
</#if>
<#if state.endedAt??>
<@request "BAPI_ALM_NOTIF_CLOSE", {"NUMBER": number}>
<SYSTSTAT LANGU="E"<@dateAndTime "REFDATE", "REFTIME", state.endedAt/>/>
</@request>
</#if>
<@request "BAPI_ALM_NOTIF_SAVE", {"NUMBER": number}/>
<@commit/>
</#macro>
<#macro notification>
<#if sap.number??>
<@changeNotification sap.number, news(state, sap.before!"")/>
<#elseif !state.endedAt??>
<@createNotification state.number, news(state)/>
<#else>
<#-- It was never open there: made first, and closed once SAP has it. -->
<@createNotification 0, []/>
<@changeNotification temporary, news(state)/>
</#if>
</#macro>

<#-- A work order: an order. Its long text is written whole each time. -->
<#macro orderHeader number release>
<#local start = ((state.facts.kind!"") == "PLANNED")?then(state.facts.plannedStart!"", state.facts.startedAt!"")
        finish = ((state.facts.kind!"") == "PLANNED")?then(state.facts.plannedEnd!"", (state.ert.at)!"")>
<IT_HEADER><row ORDERID="${number}" ORDER_TYPE="${orderTypes[state.facts.kind!"UNPLANNED"]}" PLANPLANT="${planningPlant}" MN_WK_CTR="${workCenter}"<#rt>
  <#lt> SHORT_TEXT="${cut(orderTitle()?replace("\\s+", " ", "r"), 40)}"<#rt>
  <#lt><#if state.facts.magnitude??> PRIORITY="${priorities[state.facts.magnitude]}"</#if><#rt>
  <#lt><#if (state.facts.feeder!"")?length gt 0 && state.facts.feeder?length <= 30> FUNCT_LOC="${state.facts.feeder}"</#if><#rt>
  <#lt><@dateAndTime "START_DATE", "BASICSTART", start/><@dateAndTime "FINISH_DATE", "BASIC_FIN", finish/><#rt>
  <#lt><#if sap.notification??> NOTIF_NO="${sap.notification}"</#if><#rt>
  <#lt><@dateAndTime "TECO_REF_DATE", "TECO_REF_TIME", state.endedAt!""/> DEVICEDATA="${cut(state.outage, 40)}" SORTFIELD="${reference}/${release?c}"/></IT_HEADER>
</#macro>
<#function orderTitle>
  <#return state.facts.plannedReason!((state.assessment.repair)!("Outage " + state.outage))>
</#function>
<#macro orderOperation>
<IT_OPERATION><row ACTIVITY="0010" CONTROL_KEY="${controlKey}" WORK_CNTR="${workCenter}" PLANT="${planningPlant}"<#rt>
  <#lt> DESCRIPTION="${cut(orderTitle()?replace("\\s+", " ", "r"), 40)}"<#rt>
  <#lt><#if (state.assessment.crewSize)?? && state.assessment.crewSize lt 256> NUMBER_OF_CAPACITIES="${state.assessment.crewSize?c}"</#if><#rt>
  <#lt><#if (state.assessment.hours)??> WORK_ACTIVITY="${state.assessment.hours?string("0.0")}" UN_WORK="H"</#if>/></IT_OPERATION>
</#macro>
<#-- Written with the first assessment that names any: later ones may have been issued. The long text says what is wanted now. -->
<#macro orderComponents materials>
<#if materials?has_content>
<IT_COMPONENT>
<#list materials as each>
<row RES_ITEM="${(each?index + 1)?string("0000")}" <#if each.code?length gt 18>MATERIAL_LONG<#else>MATERIAL</#if>="${each.code}" PLANT="${planningPlant}" ITEM_CAT="L" ITEM_NUMBER="${((each?index + 1) * 10)?string("0000")}" ACTIVITY="0010" REQUIREMENT_QUANTITY="${each.quantity?c}"/>
</#list>
</IT_COMPONENT>
</#if>
</#macro>
<#macro orderText number lines>
<IT_TEXT><row ORDERID="${number}" LANGU="E" TEXTSTART="1" TEXTEND="${lines?size?c}"/></IT_TEXT>
<IT_TEXT_LINES>
<#list lines as each>
<row TDFORMAT="${each.format}" TDLINE="${each.line}"/>
</#list>
</IT_TEXT_LINES>
</#macro>
<#macro method row object method key><row REFNUMBER="${row?c}" OBJECTTYPE="${object}" METHOD="${method}" OBJECTKEY="${key}"/></#macro>
<#macro componentMethods number materials>
<#list materials as each>
<@method each?index + 1, "COMPONENT", "CREATE", number + (each?index + 1)?string("0000")/>
</#list>
</#macro>

<#macro createOrder release materials lines>
<@request "BAPI_ALM_ORDER_MAINTAIN">
<IT_METHODS>
<#if sap.notification??>
<@method 1, "HEADER", "CREATETONOTIF", temporary + sap.notification/>
<#else>
<@method 1, "HEADER", "CREATE", temporary/>
</#if>
<@method 1, "OPERATION", "CREATE", temporary + "0010"/>
<@componentMethods temporary, materials/>
<#if lines?has_content><@method 1, "TEXT", "CREATE", temporary/></#if>
<@method 1, "HEADER", "RELEASE", temporary/>
<row METHOD="SAVE"/>
</IT_METHODS>
<@orderHeader temporary, release/>
<@orderOperation/>
<@orderComponents materials/>
<#if lines?has_content><@orderText temporary, lines/></#if>
</@request>
<@commit/>
</#macro>
<#macro changeOrder number had>
<#local materials = had?has_content?then([], (state.assessment.materials)![])>
<@request "BAPI_ALM_ORDER_MAINTAIN">
<IT_METHODS>
<@method 1, "HEADER", "CHANGE", number/>
<@method 1, "OPERATION", "CHANGE", number + "0010"/>
<@componentMethods number, materials/>
<@method 1, "TEXT", "CHANGE", number/>
<#if state.endedAt??><@method 1, "HEADER", "TECHNICALCOMPLETE", number/></#if>
<row METHOD="SAVE"/>
</IT_METHODS>
<@orderHeader number, state.number/>
<IT_HEADER_UP><row ORDERID="${number}" SHORT_TEXT="X" PRIORITY="X" FUNCT_LOC="X" START_DATE="X" BASICSTART="X" FINISH_DATE="X" BASIC_FIN="X"<#if sap.notification??> NOTIF_NO="X"</#if> DEVICEDATA="X" SORTFIELD="X"/></IT_HEADER_UP>
<@orderOperation/>
<IT_OPERATION_UP><row DESCRIPTION="X" NUMBER_OF_CAPACITIES="X" WORK_ACTIVITY="X" UN_WORK="X"/></IT_OPERATION_UP>
<@orderComponents materials/>
<@orderText number, news(state)/>
</@request>
<@commit/>
</#macro>
<#macro order>
<#if sap.number??>
<@changeOrder sap.number, (sap.before.assessment.materials)![]/>
<#elseif !state.endedAt??>
<@createOrder state.number, (state.assessment.materials)![], news(state)/>
<#else>
<@createOrder 0, [], []/>
<@changeOrder temporary, []/>
</#if>
</#macro>

<#-- The work is done: the order's one operation is confirmed for good. The hub does not know the hours that it took. -->
<#macro confirm>
<@request "BAPI_ALM_CONF_CREATE">
<TIMETICKETS><row ORDERID="${sap.number}" OPERATION="0010" FIN_CONF="X" COMPLETE="X" POSTG_DATE="${day(confirmation.finishedAt)}"<#rt>
  <#lt><@dateAndTime "EXEC_FIN_DATE", "EXEC_FIN_TIME", confirmation.finishedAt/> CONF_TEXT="${cut(reference + ((" " + confirmation.crew)!""), 40)}"/></TIMETICKETS>
</@request>
<@commit/>
</#macro>

<calls>
<#if !sap.upToDate>
<#if confirmation??><@confirm/><#elseif state.job.kind == "TROUBLE_ORDER"><@notification/><#else><@order/></#if>
</#if>
</calls>
