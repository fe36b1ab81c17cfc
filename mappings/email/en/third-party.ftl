News for you
${text!'We have news for you.'}
