<#import "/words/es.ftl" as w>
Nueva hora del corte de luz
El corte de luz cambia de hora.
${w.lead('Ahora será ', w.window(), '.')}
${w.lead('Antes era ', w.oldWindow(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
