<#import "/words/es.ftl" as w>
${utility}: Un equipo ya llegó para darle luz.
${w.back()}
