<#import "/words/es.ftl" as w>
${utility}: Sabemos que no tiene luz.
${w.backIfKnown()}
${w.reach()}
${w.causeMayBe()}
${w.call()}
