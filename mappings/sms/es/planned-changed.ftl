<#import "/words/es.ftl" as w>
${utility}: El corte de luz cambia de hora${w.lead(': será ', w.window())}.
${w.lead('Antes era ', w.oldWindow(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
