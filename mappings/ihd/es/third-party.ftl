${text!'Hay algo nuevo para usted.'}
