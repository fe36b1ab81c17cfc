<#import "/words/es.ftl" as w>
Sabemos que no tiene luz
Sabemos que no tiene luz. Ya hacemos todo para que vuelva.
${w.backIfKnown()}
${w.reach()} ${w.causeMayBe()}
${w.crew()}
${w.call()}
