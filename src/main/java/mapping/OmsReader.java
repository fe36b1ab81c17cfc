package mapping;

import static mapping.Elements.child;
import static mapping.Elements.children;
import static mapping.Elements.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;
import outage.OmsAnswer;
import outage.OmsEvent;
import outage.OmsRequests;
import outage.OutageFacts;
import outage.TroubleOrder;

/** Reads what OMS says: EventMessage and ResponseMessage of IEC 61968-100 with our Outage in them (mappings/oms). */
public final class OmsReader {

    private final XmlContract contract;

    public OmsReader(XmlContract contract) {
        this.contract = contract;
    }

    /**
     * An event.
     *
     * @throws Refused with all that is wrong
     */
    public OmsEvent event(String xml) {
        var root = root(xml, "EventMessage");
        var header = child(root, "Header").orElseThrow();
        var outage = outage(root).orElseThrow(() -> missing("Payload"));
        var type = text(outage, "eventType").orElseThrow(() -> missing("eventType"));
        return event(outage, needed(header, "MessageID"), OmsEvent.Type.valueOf(type), timestamp(header));
    }

    /**
     * An answer.
     *
     * @param requests by which the answer finds its outage
     * @throws Refused with all that is wrong
     */
    public OmsAnswer answer(String xml, OmsRequests requests) {
        var root = root(xml, "ResponseMessage");
        var header = child(root, "Header").orElseThrow();
        var id = needed(header, "MessageID");
        var request = needed(header, "CorrelationID");
        var at = time(needed(header, "Timestamp"), "Timestamp");
        var outage = requests.outageOf(request)
                .orElseThrow(
                        () -> new Refused(Fault.of(FaultCode.ANSWER_TO_UNKNOWN_REQUEST, "CorrelationID", request)));
        var reply = child(root, "Reply").orElseThrow();
        var result = OmsAnswer.Result.valueOf(text(reply, "Result").orElseThrow());
        var known = result == OmsAnswer.Result.FAILED
                ? null
                : outage(root).map(told -> known(told, id, outage, at)).orElse(null);
        return new OmsAnswer(id, outage, request, result, errors(reply), known, at);
    }

    private static OmsEvent known(Element told, String id, String outage, Instant at) {
        var about = text(told, "mRID").orElseThrow();
        if (!about.equals(outage)) {
            throw new Refused(Fault.of(FaultCode.OTHER_OUTAGE, "mRID", about));
        }
        var type = text(told, "eventType").map(OmsEvent.Type::valueOf).orElse(OmsEvent.Type.CHANGED);
        return event(told, id, type, Optional.of(at));
    }

    private static OmsEvent event(Element outage, String id, OmsEvent.Type type, Optional<Instant> timestamp) {
        var at = moment(outage, "at");
        var into = text(outage, "mergedInto").orElse(null);
        var order = child(outage, "troubleOrder").map(OmsReader::troubleOrder).orElse(null);
        var faults = new ArrayList<Fault>();
        if (at == null && timestamp.isEmpty()) {
            faults.add(Fault.of(FaultCode.MISSING, "at"));
        }
        if (type == OmsEvent.Type.MERGED && into == null) {
            faults.add(Fault.of(FaultCode.MISSING, "mergedInto"));
        }
        if (type == OmsEvent.Type.TROUBLE_ORDER_DISPATCHED && order == null) {
            faults.add(Fault.of(FaultCode.MISSING, "troubleOrder"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return new OmsEvent(
                id,
                text(outage, "mRID").orElseThrow(),
                type,
                at == null ? timestamp.orElseThrow() : at,
                facts(outage),
                moment(outage, "ert"),
                type == OmsEvent.Type.TROUBLE_ORDER_DISPATCHED ? order : null,
                type == OmsEvent.Type.MERGED ? into : null,
                ids(outage, "premises"),
                ids(outage, "meters"),
                ids(outage, "stillOut"));
    }

    private static OutageFacts facts(Element outage) {
        return new OutageFacts(
                value(outage, "kind", OutageFacts.Kind::valueOf),
                value(outage, "level", OutageFacts.Level::valueOf),
                value(outage, "magnitude", OutageFacts.Magnitude::valueOf),
                value(outage, "customersAffected", Integer::valueOf),
                value(outage, "cause", text -> text),
                value(outage, "feeder", text -> text),
                value(outage, "transformer", text -> text),
                value(outage, "district", text -> text),
                child(outage, "site").map(OmsReader::site).orElse(null),
                moment(outage, "startedAt"),
                moment(outage, "plannedStart"),
                moment(outage, "plannedEnd"),
                value(outage, "plannedReason", text -> text));
    }

    private static OutageFacts.Site site(Element site) {
        return new OutageFacts.Site(
                value(site, "latitude", Double::valueOf), value(site, "longitude", Double::valueOf));
    }

    private static TroubleOrder troubleOrder(Element order) {
        return new TroubleOrder(
                text(order, "mRID").orElseThrow(),
                text(order, "crew").orElse(null),
                text(order, "instructions").orElse(null),
                text(order, "customerName").orElse(null),
                text(order, "customerPhone").orElse(null));
    }

    private static List<String> errors(Element reply) {
        return children(reply, "Error").stream().map(OmsReader::error).toList();
    }

    private static String error(Element error) {
        var reason = text(error, "reason").map(text -> ": " + text).orElse("");
        var details = text(error, "details").map(text -> " (" + text + ")").orElse("");
        return text(error, "code").orElseThrow() + reason + details;
    }

    private Element root(String xml, String name) {
        var root = contract.read(xml).getDocumentElement();
        if (!name.equals(root.getLocalName())) {
            throw new Refused(Fault.of(FaultCode.AGAINST_CONTRACT, "/", root.getLocalName() + " is no " + name));
        }
        Envelope.speaksOf(root, "Outages");
        return root;
    }

    private static Optional<Element> outage(Element root) {
        return child(root, "Payload")
                .flatMap(payload -> child(payload, "Outages"))
                .flatMap(all -> child(all, "Outage"));
    }

    private static Optional<Instant> timestamp(Element header) {
        return Optional.ofNullable(moment(header, "Timestamp"));
    }

    private static Instant moment(Element in, String name) {
        return value(in, name, text -> time(text, name));
    }

    private static Instant time(String text, String name) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (Times.canBeWritten(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new Refused(Fault.of(FaultCode.BAD_TIME, name, text));
        }
        throw new Refused(Fault.of(FaultCode.BAD_TIME, name, text));
    }

    private static <T> T value(Element in, String name, Function<String, T> as) {
        return text(in, name).map(as).orElse(null);
    }

    private static String needed(Element in, String name) {
        return text(in, name).orElseThrow(() -> missing(name));
    }

    private static Refused missing(String name) {
        return new Refused(Fault.of(FaultCode.MISSING, name));
    }

    /** Null when nothing is said of them. */
    private static List<String> ids(Element in, String name) {
        return child(in, name)
                .map(list -> children(list, "mRID").stream()
                        .map(id -> id.getTextContent().strip())
                        .toList())
                .orElse(null);
    }
}
