Aviso de seguridad
${text!'No se acerque a cables caídos.'}
