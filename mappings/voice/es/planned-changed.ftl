<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
El corte de luz cambia de hora.
${w.lead('Ahora será ', w.window(), '.')}
${w.lead('Antes era ', w.oldWindow(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
