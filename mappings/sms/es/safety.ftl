${utility}: Aviso: ${text!'No se acerque a cables caídos.'}
