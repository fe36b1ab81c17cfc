package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;

/** One JSLT file, with the hub's own functions beside JSLT's. */
final class Jslt {

    private final String name;
    private final Expression expression;

    /** @param name of the mapping file, for messages */
    Jslt(String name, String text) {
        this.name = name;
        this.expression = new Parser(new StringReader(text))
                .withSource(name)
                .withFunctions(MainframeFunctions.ALL)
                .compile();
    }

    String name() {
        return name;
    }

    /** @throws MappingException when the mapping stumbles over this message */
    JsonNode apply(JsonNode canonical) {
        try {
            return expression.apply(canonical);
        } catch (JsltException e) {
            throw new MappingException(
                    MappingException.Code.MAPPING_FAILED,
                    name + " stumbled: " + e.getMessage() + "; mend the mapping",
                    e);
        }
    }
}
