package mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The mapping of each neighbour, found by its name; its form follows from the files that lie there: {@code x/x.jslt} with
 * {@code x/x.schema.json} makes JSON, {@code x/x.jslt} with {@code x/x.beanio.xml} makes fixed-width records, and
 * {@code x/x.ftl} with {@code x/x.xsd}, or with {@code x/Message.xsd} and {@code x/Outage.xsd}, makes XML.
 */
public final class Mappers {

    private static final String NO_DELIVERY = "00000000-0000-0000-0000-000000000000";

    private final MappingFiles files;
    private final Limits limits;
    private final Map<String, Mapper> mappers = new ConcurrentHashMap<>();

    public Mappers(MappingFiles files) {
        this(files, Limits.USUAL);
    }

    /** @param limits of each run of a mapping */
    public Mappers(MappingFiles files, Limits limits) {
        this.files = files;
        this.limits = limits;
    }

    /**
     * The mapping to this neighbour's form.
     *
     * @throws IllegalArgumentException when it has none
     * @throws MappingException when it has one that cannot be read
     */
    public Mapper of(String neighbour) {
        return mappers.computeIfAbsent(neighbour, this::load);
    }

    /**
     * The mapping as it would be with these files in the place of those that lie there; nothing is kept.
     *
     * @param texts by the file's name in the neighbour's folder; may be empty
     * @throws IllegalArgumentException when there is no such mapping
     * @throws MappingException when it cannot be read
     */
    public Mapper trial(String neighbour, Map<String, String> texts) {
        return new Mappers(files.with(neighbour, texts), limits).load(neighbour);
    }

    /** The message with the delivery in which it would stand, for mappings read that; unless it has one. */
    public static ObjectNode withDelivery(ObjectNode message) {
        if (!message.has("delivery")) {
            message.putObject("delivery").put("id", NO_DELIVERY).put("file", false);
        }
        return message;
    }

    /** The files of which a neighbour's mapping may be made, by their names in its folder. */
    public static List<String> parts(String neighbour) {
        return List.of(
                neighbour + ".jslt",
                neighbour + ".schema.json",
                neighbour + ".beanio.xml",
                neighbour + ".ftl",
                neighbour + ".xsd",
                "Message.xsd",
                "Outage.xsd");
    }

    private Mapper load(String neighbour) {
        var folder = neighbour + "/" + neighbour;
        if (files.exists(folder + ".jslt")) {
            return ofJslt(folder, new Jslt(folder + ".jslt", part(folder + ".jslt"), limits), neighbour);
        }
        return new XmlMapping(folder + ".ftl", part(folder + ".ftl"), limits, xml(neighbour)::faults);
    }

    private Mapper ofJslt(String folder, Jslt jslt, String neighbour) {
        if (files.exists(folder + ".beanio.xml")) {
            return new RecordMapping(jslt, folder + ".beanio.xml", part(folder + ".beanio.xml"), neighbour);
        }
        var schema = folder + ".schema.json";
        var contract = contract(schema, () -> new JsonContract(part(schema)));
        return new JsonMapping(jslt, made -> contract.faults(made, ""));
    }

    private XmlContract xml(String neighbour) {
        var own = neighbour + "/" + neighbour + ".xsd";
        return files.exists(own)
                ? contract(own, () -> new XmlContract(List.of(part(own))))
                : contract(
                        neighbour + "/Message.xsd and Outage.xsd",
                        () -> new XmlContract(
                                List.of(part(neighbour + "/Message.xsd"), part(neighbour + "/Outage.xsd"))));
    }

    private static <C> C contract(String name, Supplier<C> made) {
        try {
            return made.get();
        } catch (ContractUnreadable e) {
            throw MappingException.broken(Place.at(name, e.line(), e.column()), e.getMessage(), e);
        }
    }

    private String part(String name) {
        var text = files.text(name);
        if (text.isBlank()) {
            throw MappingException.broken(Place.in(name), "it is empty", null);
        }
        return text;
    }
}
