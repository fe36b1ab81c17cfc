Algo nuevo para usted
${text!'Hay algo nuevo para usted.'}
