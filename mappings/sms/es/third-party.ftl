${utility}: ${text!'Hay algo nuevo para usted.'}
Para no recibir más, responda STOP.
