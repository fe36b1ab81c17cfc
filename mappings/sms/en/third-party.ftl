${utility}: ${text!'We have news for you.'}
Reply STOP to end.
