package sap.jco;

import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;

/** Compares a request with the function's metadata, before anything is sent. */
final class RequestCheck {

    private static final Pattern NAMESPACE = Pattern.compile("http://sap\\.fusesource\\.org/rfc/[^/]+/([^/]+)");

    private final FunctionMetadata function;

    RequestCheck(FunctionMetadata function) {
        this.function = function;
    }

    /**
     * Nothing, when the request is one that the function takes.
     *
     * @throws JCoException of the group XML_PARSER, FIELD_NOT_FOUND or CONVERSION; it names the field, not the value
     */
    void check(String xml) throws JCoException {
        var request = SecureXml.root(xml);
        root(request);
        fields(request, function.name(), function.scalars());
        for (var child : SecureXml.children(request)) {
            parameter(child);
        }
    }

    private void root(Element request) throws JCoException {
        var namespace = NAMESPACE.matcher(String.valueOf(request.getNamespaceURI()));
        if (!"Request".equals(request.getLocalName())
                || !namespace.matches()
                || !namespace.group(1).equals(function.name())) {
            throw new JCoException(
                    JCoException.JCO_ERROR_XML_PARSER,
                    "the body is no request of " + function.name() + ": its root must be Request in the namespace"
                            + " http://sap.fusesource.org/rfc/<repository>/" + function.name());
        }
    }

    private void parameter(Element child) throws JCoException {
        var name = child.getTagName();
        var table = function.tables().get(name);
        if (table != null) {
            rows(child, table);
            return;
        }
        var structure = function.structures().get(name);
        if (structure == null) {
            throw unknown(name, function.name());
        }
        leaf(child, name, structure);
    }

    private static void rows(Element table, Structure row) throws JCoException {
        if (table.getAttributes().getLength() > 0 || SecureXml.hasText(table)) {
            throw new JCoException(
                    JCoException.JCO_ERROR_XML_PARSER, "table " + table.getTagName() + " may have row elements only");
        }
        var number = 0;
        for (var child : SecureXml.children(table)) {
            number++;
            if (!"row".equals(child.getTagName())) {
                throw unknown(child.getTagName(), table.getTagName());
            }
            leaf(child, table.getTagName() + " row " + number, row);
        }
    }

    private static void leaf(Element element, String where, Structure structure) throws JCoException {
        if (!SecureXml.children(element).isEmpty()) {
            throw unknown(SecureXml.children(element).get(0).getTagName(), where);
        }
        fields(element, where, structure.fields());
    }

    private static void fields(Element element, String where, Map<String, FieldType> fields) throws JCoException {
        if (SecureXml.hasText(element)) {
            throw new JCoException(JCoException.JCO_ERROR_XML_PARSER, where + " has text; fields are attributes");
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                field(where, attribute.getNodeName(), attribute.getNodeValue(), fields);
            }
        }
    }

    private static void field(String where, String name, String value, Map<String, FieldType> fields)
            throws JCoException {
        var type = fields.get(name);
        if (type == null) {
            throw unknown(name, where);
        }
        var fault = type.fault(value);
        if (fault != null) {
            throw new JCoException(
                    JCoException.JCO_ERROR_CONVERSION,
                    "field " + name + " of " + where + " is " + type + " and does not take the value: " + fault);
        }
    }

    private static JCoException unknown(String name, String where) {
        return new JCoException(
                JCoException.JCO_ERROR_FIELD_NOT_FOUND, "field " + name + " is not a member of " + where);
    }
}
