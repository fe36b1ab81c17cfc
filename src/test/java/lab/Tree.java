package lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import org.w3c.dom.Element;

/**
 * A message, JSON or XML, as one tree for a scenario's expectations. An XML element is a field by its local name, a list
 * where it repeats, its text beside attributes is {@code text}; a path is dotted, {@code jobs[0].status}, and {@code jobs[*].id} is the list of all.
 */
final class Tree {

    private Tree() {}

    static JsonNode of(String body) {
        if (body.stripLeading().startsWith("<")) {
            return of(OmsXml.parse(body).getDocumentElement());
        }
        try {
            return Journal.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is neither JSON nor XML: " + body, e);
        }
    }

    private static JsonNode of(Element element) {
        var fields = JsonNodeFactory.instance.objectNode();
        var children = element.getChildNodes();
        for (var i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                put(fields, child.getLocalName(), of(child));
            }
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                fields.put(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        if (fields.isEmpty()) {
            return TextNode.valueOf(element.getTextContent().strip());
        }
        return element.getElementsByTagName("*").getLength() == 0
                ? fields.put("text", element.getTextContent().strip())
                : fields;
    }

    private static void put(ObjectNode fields, String name, JsonNode value) {
        var before = fields.get(name);
        if (before == null) {
            fields.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            fields.putArray(name).add(before).add(value);
        }
    }

    /** What is at the path; missing when nothing is. */
    static JsonNode at(JsonNode tree, String path) {
        var node = tree;
        var steps = path.split("\\.", -1);
        for (var i = 0; i < steps.length; i++) {
            var step = steps[i];
            if (step.endsWith("[*]")) {
                return all(
                        node.path(name(step)),
                        String.join(".", Arrays.asList(steps).subList(i + 1, steps.length)));
            }
            node = step.endsWith("]") ? item(node.path(name(step)), index(step)) : node.path(step);
        }
        return node;
    }

    private static JsonNode all(JsonNode items, String rest) {
        var found = JsonNodeFactory.instance.arrayNode();
        if (items.isArray()) {
            items.forEach(item -> found.add(rest.isEmpty() ? item : at(item, rest)));
        } else if (!items.isMissingNode()) {
            found.add(rest.isEmpty() ? items : at(items, rest));
        }
        return found;
    }

    /** XML does not say whether one alone is a list. */
    private static JsonNode item(JsonNode items, int index) {
        if (items.isArray()) {
            return items.path(index);
        }
        return index == 0 ? items : MissingNode.getInstance();
    }

    private static String name(String step) {
        return step.substring(0, step.indexOf('['));
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(step.indexOf('[') + 1, step.length() - 1));
    }
}
