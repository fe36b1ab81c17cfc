An offer for you
${text!'We have an offer for you.'}
