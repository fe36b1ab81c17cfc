package mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.impl.NodeUtils;

/** Makes JSLT's arrays and objects, each loop's too, and lets none be made on a thread that was interrupted. */
final class JsltNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    private JsltNodes() {}

    /** JSLT has one maker of nodes for all mappings. */
    static void install() {
        NodeUtils.mapper.setNodeFactory(new JsltNodes());
    }

    @Override
    public ArrayNode arrayNode() {
        Run.check();
        return super.arrayNode();
    }

    @Override
    public ObjectNode objectNode() {
        Run.check();
        return super.objectNode();
    }
}
