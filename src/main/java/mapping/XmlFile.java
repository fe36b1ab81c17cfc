package mapping;

import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reports in an IEC 61968-100 envelope; each is checked against its schema by itself, the envelope without them. */
final class XmlFile extends ReportFile {

    private final RecordReader text;
    private final XmlContract contract;
    private XMLStreamReader xml;
    private XmlParts parts;

    XmlFile(RecordReader text, XmlContract contract) {
        super(text);
        this.text = text;
        this.contract = contract;
    }

    @Override
    FiledReport read(long number) throws IOException {
        try {
            if (xml == null) {
                xml = reader(text);
                parts = new XmlParts(xml);
                checkEnvelope();
            }
            return parts.element() ? report(number) : end();
        } catch (XMLStreamException e) {
            if (text.isBlank()) {
                return null;
            }
            throw failure(e);
        }
    }

    private static XMLStreamReader reader(RecordReader text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(text);
    }

    /** Reads up to the reports: the message's root, its header, and the list that they stand in. */
    private void checkEnvelope() throws XMLStreamException {
        var message = parts.envelope(ReportXml.NAMESPACE, ReportXml.LIST);
        var faults = contract.faults(message);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        ReportXml.checkEnvelope(message.getDocumentElement());
    }

    private FiledReport report(long number) throws XMLStreamException {
        var line = line();
        var part = parts.copy();
        var faults = contract.faults(part);
        var written = Elements.written(part.getDocumentElement());
        return faults.isEmpty()
                ? FiledReport.read(number, line, ReportXml.tree(part.getDocumentElement()), written)
                : FiledReport.refused(number, line, written, faults);
    }

    /** After the reports nothing may come but the ends of what is open. */
    private FiledReport end() throws XMLStreamException {
        while (xml.getEventType() != XMLStreamConstants.END_DOCUMENT) {
            if (parts.element()) {
                throw new Refused(Fault.of(FaultCode.AGAINST_CONTRACT, place(), xml.getLocalName()));
            }
        }
        return null;
    }

    private static RuntimeException failure(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException io) {
            throw io;
        }
        var at = e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        var said = String.valueOf(e.getMessage());
        if (said.contains("0xffff")) {
            return new Refused(Fault.of(FaultCode.NOT_UTF8, at));
        }
        return new Refused(Fault.of(FaultCode.NOT_XML, at, said.replaceFirst("(?s)^.*Message: ", "")));
    }

    private String place() {
        return "line " + line();
    }

    @Override
    long line() {
        return xml == null ? 1 : Math.max(1, xml.getLocation().getLineNumber());
    }
}
