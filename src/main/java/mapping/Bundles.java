package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import preferences.Bundle;
import preferences.CustomerGroup;

/** The bundles that are offered: {@code mappings/preferences/bundles.json}, in the order in which they are expected to please. */
public final class Bundles {

    private Bundles() {}

    /**
     * All bundles.
     *
     * @throws Refused when a choice in the file is none that a receiver could make
     */
    public static List<Bundle> read(MappingFiles files) {
        var contract = new JsonContract(files.text("preferences/receiver.schema.json"));
        var reading = new PreferencesContract(files);
        var bundles = new ArrayList<Bundle>();
        JsonContract.parse(files.text("preferences/bundles.json"))
                .forEach(tree -> bundles.add(bundle(tree, contract, reading)));
        return List.copyOf(bundles);
    }

    private static Bundle bundle(JsonNode tree, JsonContract contract, PreferencesContract reading) {
        var receiver = JsonNodeFactory.instance.objectNode().put("role", "HOLDER");
        receiver.set("choices", tree.path("choices"));
        var faults =
                new ArrayList<>(contract.faults(receiver, "/" + tree.path("id").asText()));
        var choices = faults.isEmpty() ? reading.choices(tree.path("choices"), faults) : null;
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        var groups = EnumSet.noneOf(CustomerGroup.class);
        tree.path("groups").forEach(group -> groups.add(CustomerGroup.valueOf(group.asText())));
        var names = new LinkedHashMap<String, String>();
        tree.path("names")
                .properties()
                .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
        return new Bundle(tree.path("id").asText(), groups, names, choices);
    }
}
