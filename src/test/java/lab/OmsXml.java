package lab;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What OMS reads of the hub's requests and writes as its answers: the contract in mappings/oms, read with other eyes. */
final class OmsXml {

    static final String ENVELOPE = "http://iec.ch/TC57/2011/schema/message";
    static final String OUTAGE = "urn:outage-hub:oms:outage:1";

    private OmsXml() {}

    /**
     * A request, as far as OMS needs it to answer.
     *
     * @param messageId names it
     * @param verb {@code change} for a state, {@code get} for a question
     * @param outage which outage
     * @param carried ids of the field reports in it that are not answered, oldest first
     */
    record Request(String messageId, String verb, String outage, List<String> carried) {}

    static Request request(String xml) {
        var root = parse(xml).getDocumentElement();
        var outage = one(root, OUTAGE, "mRID");
        return new Request(
                one(root, ENVELOPE, "MessageID"),
                one(root, ENVELOPE, "Verb"),
                outage,
                texts(root, OUTAGE, "carriedReport"));
    }

    static String result(String xml) {
        return one(parse(xml).getDocumentElement(), ENVELOPE, "Result");
    }

    /** The answer to a request; a question is answered with what is known, or FAILED when nothing is. */
    static String response(Request request, OmsBehaviour behaviour, OmsFacts known, Instant now) {
        var question = "get".equals(request.verb());
        var result = question && known == null && "OK".equals(behaviour.result()) ? "FAILED" : behaviour.result();
        var reason = "FAILED".equals(result) && behaviour.reason() == null
                ? "no outage " + request.outage() + " is known"
                : behaviour.reason();
        return """
                <ResponseMessage xmlns="%s">
                  <Header>
                    <Verb>reply</Verb>
                    <Noun>Outages</Noun>
                    <Timestamp>%s</Timestamp>
                    <Source>OMS</Source>
                    <MessageID>%s</MessageID>
                    <CorrelationID>%s</CorrelationID>
                  </Header>
                  <Reply>
                    <Result>%s</Result>%s
                  </Reply>%s
                </ResponseMessage>
                """
                .formatted(
                        ENVELOPE,
                        now,
                        "RE-" + UUID.randomUUID(),
                        escape(request.messageId()),
                        result,
                        reason == null ? "" : error(result, reason),
                        question && known != null && !"FAILED".equals(result)
                                ? payload(OmsEventText.outage(known, now))
                                : "");
    }

    private static String error(String result, String reason) {
        return "<Error><code>OMS-1</code><level>%s</level><reason>%s</reason></Error>"
                .formatted("FAILED".equals(result) ? "FATAL" : "WARNING", escape(reason));
    }

    static String payload(String outage) {
        return "<Payload>" + outage + "</Payload>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** The text of the first element of this name anywhere below; null when there is none. */
    static String one(Element root, String namespace, String name) {
        var found = texts(root, namespace, name);
        return found.isEmpty() ? null : found.get(0);
    }

    static List<String> texts(Element root, String namespace, String name) {
        var nodes = root.getElementsByTagNameNS(namespace, name);
        var texts = new ArrayList<String>();
        for (var i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("OMS was sent what is no XML: " + e.getMessage(), e);
        }
    }
}
