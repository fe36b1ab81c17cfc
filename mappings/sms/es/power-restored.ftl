<#import "/words/es.ftl" as w>
Ya volvió la luz.
${w.lasted()}
${w.causeWas()}
${w.sorry()}
¿Aún sin luz? Responda OUT.
