<#import "/words/es.ftl" as w>
${utility}: Ya volvió la luz.
${w.lasted()}
${w.lead('Causa: ', cause!'', '.')}
${w.sorry()}
¿Aún sin luz? Responda OUT.
