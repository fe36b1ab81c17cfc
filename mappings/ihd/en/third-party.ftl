${text!'We have news for you.'}
