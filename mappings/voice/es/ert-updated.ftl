<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
${w.backIfKnown()}
Si esto cambia, se lo vamos a decir.
${w.call()}
