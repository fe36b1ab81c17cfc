package mapping;

import static mapping.Elements.child;
import static mapping.Elements.children;
import static mapping.Elements.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import outage.JobKind;

/** Field reports in CIM's names in an IEC 61968-100 envelope, as the tree that the same report in JSON has. */
final class ReportXml {

    static final String NAMESPACE = "urn:outage-hub:cms:field-report:1";
    static final String LIST = "FieldReports";
    static final String ONE = "FieldReport";

    private static final Set<String> MESSAGES = Set.of("RequestMessage", "EventMessage");
    private static final Set<String> VERBS = Set.of("create", "created");

    private ReportXml() {}

    /**
     * All reports of a message that keeps the schemas.
     *
     * @throws Refused when the message is of another kind, or says that it holds something else
     */
    static List<Element> reports(Element message) {
        checkEnvelope(message);
        var list = child(message, "Payload")
                .flatMap(payload -> child(payload, LIST))
                .orElseThrow(() -> new Refused(Fault.of(FaultCode.MISSING, "Payload/" + LIST)));
        return children(list, ONE);
    }

    /** @throws Refused when the message is none that CMS sends */
    static void checkEnvelope(Element message) {
        if (!MESSAGES.contains(message.getLocalName())) {
            throw new Refused(
                    Fault.of(FaultCode.NOT_ALLOWED, "/", message.getLocalName() + "; send one of " + MESSAGES));
        }
        Envelope.speaksOf(message, LIST);
        Envelope.says(message, VERBS);
    }

    /** One report that keeps its schema. */
    static JsonNode tree(Element report) {
        var tree = JsonNodeFactory.instance.objectNode();
        put(tree, "id", report, "mRID");
        put(tree, "outage", report, "Outage", "mRID");
        job(tree, report);
        put(tree, "sender", report, "Crew", "name");
        put(tree, "deviceTime", report, "createdDateTime");
        put(tree, "status", report, "FieldDispatchHistory", "FieldDispatchStep", "dispatchStatus");
        put(tree, "ert", report, "EstimatedRestorationTime", "ert");
        put(tree, "cause", report, "Outage", "cause");
        child(report, "Assessment").ifPresent(found -> assessment(tree.putObject("assessment"), found));
        put(tree, "notes", report, "comment");
        put(tree, "reason", report, "reason");
        return tree;
    }

    private static void job(ObjectNode tree, Element report) {
        child(report, "TroubleOrder")
                .ifPresent(order ->
                        put(tree.putObject("job").put("kind", JobKind.TROUBLE_ORDER.name()), "id", order, "mRID"));
        child(report, "WorkOrder").ifPresent(order -> {
            var job = tree.putObject("job").put("kind", JobKind.WORK_ORDER.name());
            put(job, "id", order, "mRID");
            put(job, "troubleOrder", order, "TroubleOrder", "mRID");
        });
    }

    private static void assessment(ObjectNode tree, Element found) {
        put(tree, "repair", found, "repair");
        var materials = children(found, "material");
        if (!materials.isEmpty()) {
            var list = tree.putArray("materials");
            materials.forEach(material -> list.addObject()
                    .put("code", material.getAttribute("code").strip())
                    .put(
                            "quantity",
                            new BigDecimal(material.getAttribute("quantity").strip()).intValueExact()));
        }
        text(found, "crewSize").ifPresent(size -> tree.put("crewSize", new BigDecimal(size).intValueExact()));
        text(found, "hours").ifPresent(hours -> tree.put("hours", new BigDecimal(hours)));
    }

    private static void put(ObjectNode tree, String field, Element in, String... path) {
        text(in, path).ifPresent(value -> tree.put(field, value));
    }
}
