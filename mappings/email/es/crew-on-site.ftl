<#import "/words/es.ftl" as w>
Un equipo ya llegó
Un equipo ya llegó para darle luz.
${w.back()}
${w.call()}
