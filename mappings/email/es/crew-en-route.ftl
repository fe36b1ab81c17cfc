<#import "/words/es.ftl" as w>
Un equipo va en camino
Un equipo va en camino para darle luz.
${w.back()}
${w.call()}
