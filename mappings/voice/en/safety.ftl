Hello. This is ${utility}.
This is a safety notice.
${text!'Stay away from power lines that are down.'}
