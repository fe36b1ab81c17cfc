package mapping;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The mapping of each neighbour, found by its name: {@code crm/crm.jslt} with {@code crm/crm.schema.json}, or
 * {@code oms/oms.ftl} with {@code oms/Message.xsd} and {@code oms/Outage.xsd}.
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
            var contract = new JsonContract(files.text(folder + ".schema.json"));
            return new JsonMapping(folder + ".jslt", files.text(folder + ".jslt"), made -> contract.faults(made, ""));
        }
        var contract =
                new XmlContract(List.of(files.text(neighbour + "/Message.xsd"), files.text(neighbour + "/Outage.xsd")));
        return new XmlMapping(folder + ".ftl", files.text(folder + ".ftl"), contract::faults);
    }

    static MappingException broken(String mapping, List<Fault> faults) {
        return new MappingException(
                MappingException.Code.CONTRACT_BROKEN,
                mapping + " made a message against its contract: "
                        + faults.stream().map(Fault::line).collect(Collectors.joining("; ")) + "; mend the mapping",
                null);
    }
}
