package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;

/** A mapping written in JSLT; what it makes is JSON. */
final class JsonMapping implements Mapper {

    private final String name;
    private final Expression expression;
    private final Function<JsonNode, List<Fault>> contract;

    /**
     * @param name of the mapping file, for messages
     * @param contract all faults of what was made
     */
    JsonMapping(String name, String jslt, Function<JsonNode, List<Fault>> contract) {
        this.name = name;
        this.expression = new Parser(new StringReader(jslt)).withSource(name).compile();
        this.contract = contract;
    }

    @Override
    public String map(JsonNode canonical) {
        var made = apply(canonical);
        var faults = contract.apply(made);
        if (!faults.isEmpty()) {
            throw Mappers.broken(name, faults);
        }
        return made.toString();
    }

    private JsonNode apply(JsonNode canonical) {
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
