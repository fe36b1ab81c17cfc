package mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;

/** Finds elements below an element by their local names; which namespace they have, the contract has checked. */
final class Elements {

    private Elements() {}

    static List<Element> children(Element in, String name) {
        var found = new ArrayList<Element>();
        for (Node node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element in, String name) {
        return children(in, name).stream().findFirst();
    }

    /** The element as XML text, with the namespaces that it needs. */
    static String written(Element element) {
        var writer = ((DOMImplementationLS) element.getOwnerDocument().getImplementation()).createLSSerializer();
        writer.getDomConfig().setParameter("xml-declaration", false);
        return writer.writeToString(element);
    }

    /** The text of the first element at the end of this path, without blanks around it. */
    static Optional<String> text(Element in, String... path) {
        var found = Optional.of(in);
        for (var name : path) {
            found = found.flatMap(element -> child(element, name));
        }
        return found.map(element -> element.getTextContent().strip());
    }
}
