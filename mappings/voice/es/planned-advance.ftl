<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
Vamos a cortar la luz para hacer una obra en la red.
${w.lead('Cuándo: ', w.window(), '.')}
${w.why()}
${w.reachPlanned()}
${w.call()}
