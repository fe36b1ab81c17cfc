package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The mapping of each neighbour, found by its name: {@code crm/crm.jslt} with {@code crm/crm.schema.json}, or
 * {@code oms/oms.ftl} with {@code oms/Message.xsd}.
 */
public final class Mappers {

    private final MappingFiles files;
    private final Map<String, Mapper> mappers = new ConcurrentHashMap<>();

    public Mappers(MappingFiles files) {
        this.files = files;
    }

    /**
     * The mapping to this neighbour's form.
     *
     * @throws IllegalArgumentException when it has none, or one that cannot be read
     */
    public Mapper of(String neighbour) {
        return mappers.computeIfAbsent(neighbour, this::load);
    }

    private Mapper load(String neighbour) {
        var folder = neighbour + "/" + neighbour;
        if (files.exists(folder + ".jslt")) {
            return new JsonMapping(
                    folder + ".jslt", files.text(folder + ".jslt"), jsonContract(files.text(folder + ".schema.json")));
        }
        return new XmlMapping(folder + ".ftl", files.text(folder + ".ftl"), xml -> List.of());
    }

    private static Function<JsonNode, List<String>> jsonContract(String schema) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
        return made -> compiled.validate(made).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    static MappingException broken(String mapping, List<String> faults) {
        return new MappingException(
                MappingException.Code.CONTRACT_BROKEN,
                mapping + " made a message against its contract: " + String.join("; ", faults) + "; mend the mapping",
                null);
    }
}
