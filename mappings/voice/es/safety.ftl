Hola. Le habla ${utility}.
Este es un aviso de seguridad.
${text!'No se acerque a cables caídos.'}
