Seguridad: ${text!'No se acerque a cables caídos.'}
