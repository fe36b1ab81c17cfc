${utility}: ${text!'Hay una oferta para usted.'}
Para no recibir más, responda STOP.
