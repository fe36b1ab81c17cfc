package bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The outages of a benchmark by their number, and what is said about them. */
public final class Outages {

    private static final String PREFIX = "OUT-BENCH-";
    private static final int DIGITS = 6;

    private Outages() {}

    /** All ids have the same length. */
    public static String id(int number) {
        return PREFIX + digits(number);
    }

    /** Of the trouble order of the outage. */
    public static String job(int number) {
        return "TO-BENCH-" + digits(number);
    }

    /** Of the report about the outage in a round. */
    public static String report(int number, int round) {
        return "REP-BENCH-" + digits(number) + "-" + String.format("%03d", round);
    }

    /** The number of the outage that a text names first; -1 when it names none. */
    static int number(String text) {
        var at = text.indexOf(PREFIX);
        if (at < 0) {
            return -1;
        }
        var begin = at + PREFIX.length();
        return Integer.parseInt(text, begin, begin + DIGITS, 10);
    }

    private static String digits(int number) {
        return String.format("%0" + DIGITS + "d", number);
    }

    /** What a crew reports: on site, and an ERT that no earlier round gave. */
    static String reportText(int number, int round) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return """
                {"id": "%s", "outage": "%s", "job": {"id": "%s", "kind": "TROUBLE_ORDER"}, "sender": "CREW-7",
                 "deviceTime": "%s", "status": "ON_SITE", "ert": "%s"}
                """
                .formatted(
                        report(number, round),
                        id(number),
                        job(number),
                        now,
                        now.truncatedTo(ChronoUnit.HOURS).plus(120L + round, ChronoUnit.MINUTES));
    }

    /** OMS tells of the outage. */
    static String confirmed(int number) {
        return event(
                number,
                "created",
                """
                <eventType>CONFIRMED</eventType><at>%s</at><kind>UNPLANNED</kind><level>DISTRIBUTION</level>\
                <magnitude>NEIGHBORHOOD</magnitude><customersAffected>42</customersAffected><cause>TREE_CONTACT</cause>\
                <feeder>FDR-01</feeder><district>NORTH</district><startedAt>%s</startedAt>"""
                        .formatted(
                                Instant.now(),
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(20, ChronoUnit.MINUTES)));
    }

    /** OMS sends a crew there. */
    static String dispatched(int number) {
        return event(
                number,
                "changed",
                """
                <eventType>TROUBLE_ORDER_DISPATCHED</eventType><at>%s</at>\
                <troubleOrder><mRID>%s</mRID><crew>CREW-7</crew></troubleOrder>"""
                        .formatted(Instant.now(), job(number)));
    }

    private static String event(int number, String verb, String content) {
        return """
                <EventMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>%s</Verb><Noun>Outages</Noun><Timestamp>%s</Timestamp><Source>OMS</Source>\
                <MessageID>EV-%s-%s</MessageID></Header>
                  <Payload><Outages xmlns="urn:outage-hub:oms:outage:1"><Outage><mRID>%s</mRID>%s</Outage></Outages></Payload>
                </EventMessage>
                """
                .formatted(verb, Instant.now(), verb, id(number), id(number), content);
    }

    /** OMS says yes to a request. */
    static String yes(String request) {
        return """
                <ResponseMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>reply</Verb><Noun>Outages</Noun><Timestamp>%s</Timestamp><Source>OMS</Source>\
                <MessageID>RE-%s</MessageID><CorrelationID>%s</CorrelationID></Header>
                  <Reply><Result>OK</Result></Reply>
                </ResponseMessage>
                """
                .formatted(Instant.now(), request, request);
    }
}
