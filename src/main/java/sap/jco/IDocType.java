package sap.jco;

/**
 * Which IDocs an endpoint is for. Their segments are not compared with metadata; SAP's IDoc library does that.
 *
 * @param name such as {@code ORDERS05}
 * @param extension empty for none
 * @param systemRelease empty for any
 * @param applicationRelease empty for any
 */
public record IDocType(String name, String extension, String systemRelease, String applicationRelease) {

    private static final String NAMESPACE = "http://sap.fusesource.org/idoc";

    /** @throws JCoException when the text is no document or list of documents of this type */
    void check(String xml) throws JCoException {
        var root = SecureXml.root(xml);
        if (!NAMESPACE.equals(root.getNamespaceURI())) {
            throw notOne(root.getNodeName());
        }
        switch (root.getLocalName()) {
            case "Document" -> type(root.getAttribute("iDocType"));
            case "DocumentList" -> {
                type(root.getAttribute("iDocType"));
                for (var document : SecureXml.children(root)) {
                    type(document.getAttribute("iDocType"));
                }
            }
            default -> throw notOne(root.getNodeName());
        }
    }

    private void type(String given) throws JCoException {
        if (!name.equals(given)) {
            throw new JCoException(
                    JCoException.JCO_ERROR_CONVERSION, "iDocType is '" + given + "'; this endpoint is for " + name);
        }
    }

    private static JCoException notOne(String root) {
        return new JCoException(
                JCoException.JCO_ERROR_XML_PARSER,
                "the body is neither idoc:Document nor idoc:DocumentList in " + NAMESPACE + " but " + root);
    }
}
