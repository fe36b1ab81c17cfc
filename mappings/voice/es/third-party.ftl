Hola. Le habla ${utility}.
${text!'Hay algo nuevo para usted.'}
