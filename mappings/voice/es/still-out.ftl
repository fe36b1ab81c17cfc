<#import "/words/es.ftl" as w>
Hola. Le habla ${utility}.
En otras casas ya hay luz, pero en la suya no. El equipo ya lo sabe.
${w.backIfKnown()}
${w.call()}
