<#import "/words/es.ftl" as w>
Sin luz. Ya lo sabemos.
${w.shortBack()}
${w.lead('Llame al ', phone!'', '.')}
${w.reach()}
${w.causeMayBe()}
