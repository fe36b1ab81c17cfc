<#import "/words/es.ftl" as w>
Corte previsto${w.lead(' ', w.shortWindow())}.
${w.lead('Motivo: ', reason!'', '.')}
${w.lead('Llame al ', phone!'', '.')}
${w.reachPlanned()}
