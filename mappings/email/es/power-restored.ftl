<#import "/words/es.ftl" as w>
Ya volvió la luz
Ya volvió la luz. ${w.lasted()} ${w.causeWas()}
Lo sentimos mucho.
¿Aún no tiene luz? Responda a este correo con la palabra OUT.
${w.call()}
