<#import "/words/es.ftl" as w>
${utility}: Ya no habrá el corte de luz${w.lead(' previsto ', w.window())}.
${w.call()}
