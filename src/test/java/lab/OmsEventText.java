package lab;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes what OMS says of its own accord: an IEC 61968-100 EventMessage with our Outage in it (mappings/oms). */
final class OmsEventText {

    /** What happened. */
    public enum Type {
        SCHEDULED("created"),
        CONFIRMED("created"),
        CHANGED("changed"),
        TROUBLE_ORDER_DISPATCHED("changed"),
        MERGED("changed"),
        CANCELLED("canceled"),
        RESTORATION_VERIFIED("closed");

        private final String verb;

        Type(String verb) {
            this.verb = verb;
        }
    }

    /** The elements of an outage in the order that the contract wants. */
    private static final List<String> ORDER = List.of(
            "kind",
            "level",
            "magnitude",
            "customersAffected",
            "cause",
            "feeder",
            "transformer",
            "district",
            "site",
            "startedAt",
            "plannedStart",
            "plannedEnd",
            "plannedReason",
            "ert",
            "premises",
            "meters",
            "stillOut",
            "troubleOrder",
            "mergedInto");

    private OmsEventText() {}

    static String of(String id, Type type, OmsFacts facts, Instant now) {
        return """
                <EventMessage xmlns="%s">
                  <Header>
                    <Verb>%s</Verb>
                    <Noun>Outages</Noun>
                    <Timestamp>%s</Timestamp>
                    <Source>OMS</Source>
                    <MessageID>%s</MessageID>
                  </Header>
                  %s
                </EventMessage>
                """
                .formatted(
                        OmsXml.ENVELOPE, type.verb, now, OmsXml.escape(id), OmsXml.payload(outage(type, facts, now)));
    }

    /** An outage as OMS knows it, in an answer. */
    static String outage(OmsFacts facts, Instant now) {
        return outage(facts.said().containsKey("plannedStart") ? Type.SCHEDULED : Type.CONFIRMED, facts, now);
    }

    static String outage(Type type, OmsFacts facts, Instant now) {
        var text = new StringBuilder("<Outages xmlns=\"" + OmsXml.OUTAGE + "\"><Outage>");
        element(text, "mRID", facts.outage());
        element(text, "eventType", type.name());
        element(text, "at", now);
        for (var name : ORDER) {
            element(text, name, facts.said().get(name));
        }
        return text.append("</Outage></Outages>").toString();
    }

    private static void element(StringBuilder text, String name, Object value) {
        if (value == null) {
            return;
        }
        text.append('<').append(name).append('>');
        if (value instanceof Map<?, ?> parts) {
            parts.forEach((part, content) -> element(text, part.toString(), content));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> element(text, "mRID", item));
        } else {
            text.append(OmsXml.escape(value.toString()));
        }
        text.append("</").append(name).append('>');
    }
}
