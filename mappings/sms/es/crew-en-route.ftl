<#import "/words/es.ftl" as w>
${utility}: Un equipo va en camino.
${w.back()}
