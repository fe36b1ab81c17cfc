<#import "/words/es.ftl" as w>
Un equipo ya llegó.
${w.shortBack()}
