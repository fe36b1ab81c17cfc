<#import "/words/es.ftl" as w>
Sabemos que aún no tiene luz
En otras casas ya hay luz, pero en la suya no. El equipo ya lo sabe.
${w.backIfKnown()}
${w.call()}
