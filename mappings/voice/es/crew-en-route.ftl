<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
Un equipo va en camino para darle luz.
${w.back()}
${w.call()}
