<#import "/words/es.ftl" as w>
Aún sin luz: ya lo saben.
${w.shortBack()}
${w.lead('Llame al ', phone!'', '.')}
