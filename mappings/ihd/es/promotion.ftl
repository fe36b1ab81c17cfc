${text!'Hay una oferta para usted.'}
