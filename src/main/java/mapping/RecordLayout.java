package mapping;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Where the fields of fixed-width records stand, as a BeanIO file says; for people who compare records. */
public final class RecordLayout {

    private final List<List<Field>> records = new ArrayList<>();

    /**
     * @param from the first column, from 0
     * @param until the column after its last
     * @param literal what stands there in each record of this kind; empty when it does not tell the kind
     */
    public record Field(String name, int from, int until, String literal) {

        /** What a record has there, without the blanks at its end. */
        public String of(String line) {
            return line.length() <= from
                    ? ""
                    : line.substring(from, Math.min(until, line.length())).stripTrailing();
        }

        private boolean isIn(String line) {
            return literal.isEmpty() || of(line).equals(literal);
        }
    }

    /** @param beanio a file that BeanIO understands */
    public RecordLayout(String beanio) {
        var document = parse(beanio);
        for (var record : elements(document.getElementsByTagNameNS("*", "record"))) {
            var fields = new ArrayList<Field>();
            add(record, document, fields);
            records.add(fields);
        }
    }

    private static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("no BeanIO mapping: " + e.getMessage(), e);
        }
    }

    private static void add(Element of, Document document, List<Field> fields) {
        for (var child : elements(of.getChildNodes())) {
            if (child.getLocalName().equals("include")) {
                elements(document.getElementsByTagNameNS("*", "template")).stream()
                        .filter(template -> template.getAttribute("name").equals(child.getAttribute("template")))
                        .forEach(template -> add(template, document, fields));
            } else if (child.getLocalName().equals("field")) {
                var from = fields.isEmpty() ? 0 : fields.get(fields.size() - 1).until();
                var tells = child.getAttribute("rid").equals("true");
                fields.add(new Field(
                        child.getAttribute("name"),
                        from,
                        from + Integer.parseInt(child.getAttribute("length")),
                        tells ? child.getAttribute("literal") : ""));
            }
        }
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                elements.add((Element) nodes.item(i));
            }
        }
        return elements;
    }

    /** The fields of a record, by the first kind that it may be; a field that other kinds call otherwise has all their names. */
    public List<Field> fieldsOf(String line) {
        var kinds = records.stream()
                .filter(fields -> fields.stream().allMatch(field -> field.isIn(line)))
                .toList();
        return kinds.isEmpty()
                ? List.of()
                : kinds.get(0).stream().map(field -> named(field, kinds)).toList();
    }

    private static Field named(Field field, List<List<Field>> kinds) {
        var names = kinds.stream()
                .flatMap(List::stream)
                .filter(other -> other.from() <= field.from() && field.from() < other.until())
                .map(Field::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Field(String.join(" or ", names), field.from(), field.until(), field.literal());
    }
}
