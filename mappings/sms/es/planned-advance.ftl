<#import "/words/es.ftl" as w>
${utility}: Habrá un corte de luz${w.lead(' ', w.window())}.
${w.why()}
${w.reachPlanned()}
${w.call()}
