package routes.backoffice;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and writes camel-sap's XML: fields are attributes, tables have rows. No DOCTYPE, so no entities. */
final class SapXml {

    private SapXml() {}

    /** @throws IllegalArgumentException when it is no XML */
    static Element root(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("SAP's XML cannot be read: " + e.getMessage(), e);
        }
    }

    static List<Element> children(Node parent) {
        var found = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The parameters of that name: a structure itself, or the rows of a table. */
    static List<Element> rows(Element message, String parameter) {
        return children(message).stream()
                .filter(child -> child.getTagName().equals(parameter))
                .flatMap(child -> {
                    var rows = children(child);
                    return rows.isEmpty() ? List.of(child).stream() : rows.stream();
                })
                .toList();
    }

    /** A request of that function, filled by the caller. */
    static String write(String function, Consumer<Element> fill) {
        try {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            var root = document.createElementNS("http://sap.fusesource.org/rfc/WMS/" + function, function + ":Request");
            document.appendChild(root);
            fill.accept(root);
            return text(root);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("a request to SAP cannot be written: " + e.getMessage(), e);
        }
    }

    /** Adds a row of one field to a table of the request. */
    static void row(Element request, String table, String field, String value) {
        var document = request.getOwnerDocument();
        var tables = children(request).stream()
                .filter(child -> child.getTagName().equals(table))
                .findFirst();
        var parent = tables.orElseGet(() -> (Element) request.appendChild(document.createElement(table)));
        var row = document.createElement("row");
        row.setAttribute(field, value);
        parent.appendChild(row);
    }

    static String text(Element element) {
        try {
            var out = new StringWriter();
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(element), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a request to SAP cannot be written: " + e.getMessage(), e);
        }
    }
}
