${text!'We have an offer for you.'}
