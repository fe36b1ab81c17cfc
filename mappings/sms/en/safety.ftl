${utility}: Safety: ${text!'Stay away from power lines that are down.'}
