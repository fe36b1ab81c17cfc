package lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A request in camel-sap's XML, as SAP reads it.
 *
 * @param function that is called
 * @param namespace of the request, which the answer has too
 * @param scalars single values
 * @param structures fields by structure
 * @param tables rows by table
 * @param xml as it came
 */
record SapCall(
        String function,
        String namespace,
        Map<String, String> scalars,
        Map<String, Map<String, String>> structures,
        Map<String, List<Map<String, String>>> tables,
        String xml) {

    static SapCall of(String function, String xml) {
        var root = OmsXml.parse(xml).getDocumentElement();
        var structures = new HashMap<String, Map<String, String>>();
        var tables = new HashMap<String, List<Map<String, String>>>();
        for (var child : children(root)) {
            var rows = children(child);
            if (rows.isEmpty()) {
                structures.put(child.getTagName(), attributes(child));
            } else {
                tables.put(
                        child.getTagName(),
                        rows.stream().map(SapCall::attributes).toList());
            }
        }
        return new SapCall(function, root.getNamespaceURI(), attributes(root), structures, tables, xml);
    }

    /** Empty when it was not given, as in ABAP. */
    String scalar(String name) {
        return scalars.getOrDefault(name, "");
    }

    Map<String, String> structure(String name) {
        return structures.getOrDefault(name, Map.of());
    }

    List<Map<String, String>> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Map<String, String> attributes(Element element) {
        var found = new HashMap<String, String>();
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                found.put(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        return found;
    }
}
