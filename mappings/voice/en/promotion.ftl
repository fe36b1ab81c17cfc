Hello. This is ${utility}.
${text!'We have an offer for you.'}
