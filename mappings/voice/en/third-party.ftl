Hello. This is ${utility}.
${text!'We have news for you.'}
