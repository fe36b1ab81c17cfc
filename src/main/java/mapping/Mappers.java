package mapping;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The mapping of each neighbour, found by its name; its form follows from the files that lie there: {@code x/x.jslt} with
 * {@code x/x.schema.json} makes JSON, {@code x/x.jslt} with {@code x/x.beanio.xml} makes fixed-width records, and
 * {@code x/x.ftl} with {@code x/x.xsd}, or with {@code x/Message.xsd} and {@code x/Outage.xsd}, makes XML.
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
            return ofJslt(folder, new Jslt(folder + ".jslt", files.text(folder + ".jslt")), neighbour);
        }
        return new XmlMapping(folder + ".ftl", files.text(folder + ".ftl"), xml(neighbour)::faults);
    }

    private XmlContract xml(String neighbour) {
        var own = neighbour + "/" + neighbour + ".xsd";
        return new XmlContract(
                files.exists(own)
                        ? List.of(files.text(own))
                        : List.of(files.text(neighbour + "/Message.xsd"), files.text(neighbour + "/Outage.xsd")));
    }

    private Mapper ofJslt(String folder, Jslt jslt, String neighbour) {
        if (files.exists(folder + ".beanio.xml")) {
            return new RecordMapping(jslt, folder + ".beanio.xml", files.text(folder + ".beanio.xml"), neighbour);
        }
        var contract = new JsonContract(files.text(folder + ".schema.json"));
        return new JsonMapping(jslt, made -> contract.faults(made, ""));
    }

    static MappingException broken(String mapping, List<Fault> faults) {
        return new MappingException(
                MappingException.Code.CONTRACT_BROKEN,
                mapping + " made a message against its contract: "
                        + faults.stream().map(Fault::line).collect(Collectors.joining("; ")) + "; mend the mapping",
                null);
    }
}
