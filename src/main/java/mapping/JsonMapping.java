package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** A mapping written in JSLT; what it makes is JSON. */
final class JsonMapping implements Mapper {

    private static final ObjectWriter JSON = new JsonMapper().writer();

    private final Jslt jslt;
    private final Function<JsonNode, List<Fault>> contract;

    /** @param contract all faults of what was made */
    JsonMapping(Jslt jslt, Function<JsonNode, List<Fault>> contract) {
        this.jslt = jslt;
        this.contract = contract;
    }

    @Override
    public String map(JsonNode canonical) {
        var made = jslt.apply(canonical);
        // Written first: what is small as a tree whose branches are shared may be endless as text, and to a contract.
        var text = Run.within(jslt.limits(), jslt.name(), () -> written(made));
        var faults = contract.apply(made);
        if (!faults.isEmpty()) {
            throw MappingException.contract(jslt.name(), faults);
        }
        return text;
    }

    private String written(JsonNode made) throws IOException {
        var out = new LimitedWriter(jslt.limits().maxChars());
        JSON.writeValue(out, made);
        return out.toString();
    }
}
