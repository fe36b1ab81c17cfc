package mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The mapping of each neighbour, found by its name; its form follows from the files that lie there: {@code x/x.jslt} with
 * {@code x/x.schema.json} makes JSON, {@code x/x.jslt} with {@code x/x.beanio.xml} makes fixed-width records, and
 * {@code x/x.ftl} with {@code x/x.xsd}, or with {@code x/Message.xsd} and {@code x/Outage.xsd}, makes XML. Without a schema what
 * is made goes out unchecked; XML must be well-formed all the same. While the hub runs a mapping may be exchanged for another.
 */
public final class Mappers {

    private static final String NO_DELIVERY = "00000000-0000-0000-0000-000000000000";

    private final MappingFiles files;
    private final Limits limits;
    private final Map<String, Mapper> mappers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> deployed = new ConcurrentHashMap<>();

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
        var together = new HashMap<>(deployed.getOrDefault(neighbour, Map.of()));
        together.putAll(texts);
        return load(neighbour, together);
    }

    /** The message with the delivery in which it would stand, for mappings read that; unless it has one. */
    public static ObjectNode withDelivery(ObjectNode message) {
        if (!message.has("delivery")) {
            message.putObject("delivery").put("id", NO_DELIVERY).put("file", false);
        }
        return message;
    }

    /**
     * From now on the neighbour's mapping is made of these files, all at once, and where one of them is not given of that which the
     * hub brings along. What is being mapped ends with the old one.
     *
     * @throws IllegalArgumentException when they make no mapping; the old one stays
     * @throws MappingException when they cannot be read; the old one stays
     */
    public void use(String neighbour, Map<String, String> texts) {
        var mapper = load(neighbour, texts);
        deployed.put(neighbour, Map.copyOf(texts));
        mappers.put(neighbour, mapper);
    }

    /** From now on the neighbour's mapping is the one that the hub brings along, if there is one. */
    public void forget(String neighbour) {
        deployed.remove(neighbour);
        mappers.remove(neighbour);
    }

    /** The neighbours whose mapping is not, or not wholly, the one that the hub brings along. */
    public Set<String> exchanged() {
        return Set.copyOf(deployed.keySet());
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

    /**
     * What a neighbour's mapping is made of.
     *
     * @param form {@code json}, {@code records} or {@code xml}
     * @param files their names in the neighbour's folder, the map first, then its contract
     * @param exchanged those of them that the hub did not bring along
     */
    public record Parts(String form, List<String> files, Set<String> exchanged) {

        /** Whether what it makes is checked. */
        public boolean hasContract() {
            return files.size() > 1;
        }
    }

    /** What the mapping in force is made of. */
    public Parts inForce(String neighbour) {
        var own = deployed.getOrDefault(neighbour, Map.of());
        var now = files.with(neighbour, own);
        var there = parts(neighbour).stream()
                .filter(name -> now.exists(neighbour + "/" + name))
                .toList();
        var isXml = !there.contains(neighbour + ".jslt");
        var isRecords = !isXml && there.contains(neighbour + ".beanio.xml");
        var unused =
                isXml ? List.of(".schema.json", ".beanio.xml") : List.of(".ftl", ".xsd", isRecords ? ".json" : ".xml");
        var used = there.stream()
                .filter(name -> unused.stream().noneMatch(name::endsWith))
                .toList();
        return new Parts(
                isXml ? "xml" : isRecords ? "records" : "json",
                used,
                used.stream().filter(own::containsKey).collect(Collectors.toSet()));
    }

    private Mapper load(String neighbour, Map<String, String> texts) {
        return new Mappers(files.with(neighbour, texts), limits).load(neighbour);
    }

    private Mapper load(String neighbour) {
        var folder = neighbour + "/" + neighbour;
        if (files.exists(folder + ".jslt")) {
            return ofJslt(folder, new Jslt(folder + ".jslt", part(folder + ".jslt"), limits), neighbour);
        }
        return new XmlMapping(folder + ".ftl", part(folder + ".ftl"), limits, xml(neighbour));
    }

    private Mapper ofJslt(String folder, Jslt jslt, String neighbour) {
        if (files.exists(folder + ".beanio.xml")) {
            return new RecordMapping(jslt, folder + ".beanio.xml", part(folder + ".beanio.xml"), neighbour);
        }
        var schema = folder + ".schema.json";
        if (!files.exists(schema)) {
            return new JsonMapping(jslt, made -> List.of());
        }
        var contract = contract(schema, () -> new JsonContract(part(schema)));
        return new JsonMapping(jslt, made -> contract.faults(made, ""));
    }

    private Function<String, List<Fault>> xml(String neighbour) {
        var own = neighbour + "/" + neighbour + ".xsd";
        if (files.exists(own)) {
            return contract(own, () -> new XmlContract(List.of(part(own))))::faults;
        }
        var two = List.of(neighbour + "/Message.xsd", neighbour + "/Outage.xsd");
        return two.stream().allMatch(files::exists)
                ? contract(
                        neighbour + "/Message.xsd and Outage.xsd",
                        () -> new XmlContract(two.stream().map(this::part).toList()))::faults
                : XmlContract::faultsOfForm;
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
