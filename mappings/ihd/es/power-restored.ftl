<#import "/words/es.ftl" as w>
Ya hay luz. Lo sentimos.
${w.lead('¿Aún no? Llame al ', phone!'', '.')}
${w.lasted()}
${w.causeWas()}
