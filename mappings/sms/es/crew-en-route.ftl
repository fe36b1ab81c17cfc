<#import "/words/es.ftl" as w>
Un equipo va en camino.
${w.back()}
