<#import "/words/es.ftl" as w>
${utility}: Sabemos que aún no tiene luz. El equipo ya lo sabe.
${w.backIfKnown()}
