package mapping;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Takes parts out of a stream of XML as documents of their own; a DOCTYPE, an entity or too deep a nesting ends it. */
final class XmlParts {

    private final XMLStreamReader xml;
    private final DocumentBuilder documents = documents();

    XmlParts(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Goes on to the next tag.
     *
     * @return whether it opens an element; if not it closes one, or the document ends
     */
    boolean element() throws XMLStreamException {
        while (xml.hasNext()) {
            var event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            if (isText(event) && !xml.isWhiteSpace()) {
                throw refused(FaultCode.AGAINST_CONTRACT);
            }
        }
        return false;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private int event() throws XMLStreamException {
        var event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw refused(FaultCode.DOCTYPE);
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw refused(FaultCode.NOT_XML);
        }
        return event;
    }

    /** All of a message before what its list holds, with the list empty; the reader stands in the list. */
    Document envelope(String namespace, String list) throws XMLStreamException {
        var document = documents.newDocument();
        if (!element()) {
            return document;
        }
        var message = (Element) document.appendChild(opened(document));
        while (element()) {
            var part = (Element) message.appendChild(opened(document));
            if (!"Payload".equals(part.getLocalName())) {
                fill(part, 2);
            } else if (foundList(part, namespace, list)) {
                return document;
            }
        }
        return document;
    }

    private boolean foundList(Element payload, String namespace, String list) throws XMLStreamException {
        while (element()) {
            var part = (Element) payload.appendChild(opened(payload.getOwnerDocument()));
            if (list.equals(part.getLocalName()) && namespace.equals(part.getNamespaceURI())) {
                return true;
            }
            fill(part, 3);
        }
        return false;
    }

    /** The element at which the reader stands, to its end. */
    Document copy() throws XMLStreamException {
        var document = documents.newDocument();
        fill((Element) document.appendChild(opened(document)), 1);
        return document;
    }

    private void fill(Element element, int depth) throws XMLStreamException {
        if (depth > XmlContract.DEEPEST) {
            throw refused(FaultCode.TOO_DEEP);
        }
        var document = element.getOwnerDocument();
        for (var event = event(); event != XMLStreamConstants.END_ELEMENT; event = event()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                fill((Element) element.appendChild(opened(document)), depth + 1);
            } else if (isText(event)) {
                element.appendChild(document.createTextNode(xml.getText()));
            }
        }
    }

    private Element opened(Document document) {
        var element = document.createElementNS(xml.getNamespaceURI(), xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttributeNS(
                    xml.getAttributeNamespace(i), xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return element;
    }

    private Refused refused(FaultCode code) {
        return new Refused(Fault.of(code, "line " + xml.getLocation().getLineNumber()));
    }

    private static DocumentBuilder documents() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK makes no documents", e);
        }
    }
}
