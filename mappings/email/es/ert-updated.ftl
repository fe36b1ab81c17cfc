<#import "/words/es.ftl" as w>
Cuándo vuelve la luz
${w.backIfKnown()}
Si esto cambia, se lo vamos a decir.
${w.call()}
