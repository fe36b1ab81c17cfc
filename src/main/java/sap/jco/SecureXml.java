package sap.jco;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML without DOCTYPE, entities, XInclude or anything fetched. */
final class SecureXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";
    /** An IDoc's segments lie deeper than anything else here. */
    private static final String DEEPEST = "64";

    private SecureXml() {}

    /** @throws JCoException of the group XML_PARSER when it is none, or has a DOCTYPE */
    static Element root(String xml) throws JCoException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(DEPTH_LIMIT, DEEPEST);
            var builder = factory.newDocumentBuilder();
            // DefaultHandler throws fatal errors and prints nothing.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new JCoException(JCoException.JCO_ERROR_XML_PARSER, "the body is no XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("XML cannot be parsed: " + e.getMessage(), e);
        }
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Whether there is text between the elements; camel-sap's form has none. */
    static boolean hasText(Element parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
