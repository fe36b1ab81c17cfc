<#import "/words/es.ftl" as w>
Ya no habrá corte de luz
Usted va a tener luz como siempre.
${w.lead('Ya no habrá el corte previsto ', w.window(), '.')}
${w.sorry()}
${w.call()}
