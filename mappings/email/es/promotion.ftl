Una oferta para usted
${text!'Hay una oferta para usted.'}
