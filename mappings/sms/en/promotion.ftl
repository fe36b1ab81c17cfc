${utility}: ${text!'We have an offer for you.'}
Reply STOP to end.
