Hola. Le habla ${utility}.
${text!'Hay una oferta para usted.'}
