A safety notice
${text!'Stay away from power lines that are down.'}
