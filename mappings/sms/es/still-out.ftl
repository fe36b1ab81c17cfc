<#import "/words/es.ftl" as w>
Sabemos que aún no tiene luz. El equipo ya lo sabe.
${w.backIfKnown()}
