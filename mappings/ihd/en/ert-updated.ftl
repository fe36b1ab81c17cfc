<#import "/words/en.ftl" as w>
Power: ${(ert??)?then(w.shortBack()?uncap_first, 'time not known yet.')}
${(oldErt??)?then('Was ' + w.shortWhen(oldErt!now) + '.', '')}
