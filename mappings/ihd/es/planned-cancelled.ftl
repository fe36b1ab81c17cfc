<#import "/words/es.ftl" as w>
Ya no hay corte${w.lead(' ', w.shortWindow())}.
${w.lead('Llame al ', phone!'', '.')}
