<#import "/words/es.ftl" as w>
Sabemos que no tiene luz.
${w.backIfKnown()}
${w.reach()}
${w.causeMayBe()}
${w.call()}
