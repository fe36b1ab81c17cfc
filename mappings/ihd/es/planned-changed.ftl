<#import "/words/es.ftl" as w>
Corte: nueva hora${w.lead(' ', w.shortWindow())}.
${w.lead('Antes ', w.shortOldWindow(), '.')}
${w.lead('Motivo: ', reason!'', '.')}
${w.lead('Llame al ', phone!'', '.')}
