package mapping;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * XML Schemas, and how XML from outside is read: no DOCTYPE, so no entities of any kind; no XInclude; nothing is fetched;
 * depth is limited. Validators are pooled, for a new one costs more than the validation.
 */
public final class XmlContract {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";
    /** Deeper than any contract of ours. */
    static final int DEEPEST = 32;

    private static final int MOST_FAULTS = 200;

    private final Schema schema;
    private final Queue<Validator> validators = new ConcurrentLinkedQueue<>();

    /**
     * @param schemas texts of the schemas, one for each namespace
     * @throws ContractUnreadable when one is none
     */
    public XmlContract(List<String> schemas) {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            this.schema = factory.newSchema(schemas.stream()
                    .map(text -> new StreamSource(new StringReader(text)))
                    .toArray(Source[]::new));
        } catch (SAXException e) {
            throw ContractUnreadable.of(e);
        }
    }

    /**
     * The text as a document that keeps the contract.
     *
     * @throws Refused with all faults otherwise
     */
    public Document read(String xml) {
        if (xml.isBlank()) {
            throw new Refused(Fault.of(FaultCode.EMPTY, ""));
        }
        var document = parse(xml);
        var faults = faults(xml);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return document;
    }

    /** All faults of a text; empty when it keeps the contract. */
    public List<Fault> faults(String xml) {
        try {
            return faults(new SAXSource(secure(), new InputSource(new StringReader(xml))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("XML cannot be validated: " + e.getMessage(), e);
        }
    }

    /** The faults of a text that has no contract but to be well-formed XML, without a DOCTYPE. */
    static List<Fault> faultsOfForm(String xml) {
        try {
            parse(xml);
            return List.of();
        } catch (Refused e) {
            return e.faults();
        }
    }

    /** All faults of a part of a message, without places; the part's root must be one that the contract knows. */
    List<Fault> faults(Node part) {
        return faults(new DOMSource(part));
    }

    private List<Fault> faults(Source xml) {
        var validator = validators.poll();
        if (validator == null) {
            validator = schema.newValidator();
        }
        var faults = new Faults();
        validator.setErrorHandler(faults);
        try {
            validator.validate(xml);
        } catch (SAXParseException e) {
            faults.add(e);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("XML cannot be validated: " + e.getMessage(), e);
        }
        validator.reset();
        validators.add(validator);
        return List.copyOf(faults.all);
    }

    private static XMLReader secure() throws ParserConfigurationException, SAXException {
        var factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        var parser = factory.newSAXParser();
        parser.setProperty(DEPTH_LIMIT, String.valueOf(DEEPEST));
        return parser.getXMLReader();
    }

    private static Document parse(String xml) {
        var faults = new Faults();
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(DEPTH_LIMIT, String.valueOf(DEEPEST));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(faults);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException e) {
            throw new Refused(fault(e));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("XML cannot be parsed: " + e.getMessage(), e);
        }
    }

    private static Fault fault(SAXParseException e) {
        var at = e.getLineNumber() < 0 ? "" : "line " + e.getLineNumber() + ", column " + e.getColumnNumber();
        var said = String.valueOf(e.getMessage());
        if (said.contains("DOCTYPE")) {
            return Fault.of(FaultCode.DOCTYPE, at);
        }
        if (said.contains("JAXP00010006")) {
            return Fault.of(FaultCode.TOO_DEEP, at);
        }
        if (said.startsWith("cvc-")) {
            return new Fault(FaultCode.AGAINST_CONTRACT, at, said);
        }
        return Fault.of(FaultCode.NOT_XML, at, said);
    }

    /** Collects instead of stopping at the first; what is not well-formed ends the reading all the same. */
    private static final class Faults implements ErrorHandler {

        private final List<Fault> all = new ArrayList<>();

        @Override
        public void warning(SAXParseException e) {
            add(e);
        }

        @Override
        public void error(SAXParseException e) {
            add(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        private void add(SAXParseException e) {
            if (all.size() < MOST_FAULTS) {
                all.add(fault(e));
            }
        }
    }
}
