<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
Un equipo ya llegó para darle luz.
${w.back()}
${w.call()}
