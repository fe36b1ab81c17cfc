package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** A mapping written in JSLT; what it makes is JSON. */
final class JsonMapping implements Mapper {

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
        var faults = contract.apply(made);
        if (!faults.isEmpty()) {
            throw Mappers.broken(jslt.name(), faults);
        }
        return made.toString();
    }
}
