<#import "/words/es.ftl" as w>
Luz: ${(ert??)?then(w.shortBack()?uncap_first, 'aún no se sabe cuándo.')}
${(oldErt??)?then('Antes ' + w.shortWhen(oldErt!now) + '.', '')}
