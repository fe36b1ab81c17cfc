<?xml version="1.0" encoding="UTF-8"?>
<RequestMessage xmlns="http://iec.ch/TC57/2011/schema/message">
  <Header><Verb>${(kind == "QUERY")?then("get", "change")}</Verb><Noun>Outages</Noun><MessageID>${id}</MessageID></Header>
</RequestMessage>
