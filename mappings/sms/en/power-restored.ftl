<#import "/words/en.ftl" as w>
${utility}: Your power is back.
${w.lasted()}
${w.lead('Cause: ', cause!'', '.')}
${w.sorry()}
Still out? Reply OUT.
