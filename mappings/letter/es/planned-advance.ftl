<#import "/words/es.ftl" as w>
Corte de luz previsto${w.lead(': ', w.window())}
Vamos a cortar la luz para hacer una obra en la red.
${w.lead('Cuándo: ', w.window(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
