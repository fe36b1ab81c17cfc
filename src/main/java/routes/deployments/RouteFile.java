package routes.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mapping.Canonical;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A route as a file brings it: an instance of one of the hub's templates, and nothing else. Steps, scripts, beans and templates
 * of its own come with a release, so there is nothing in it that could run.
 *
 * @param id the route's
 * @param template of the hub
 * @param parameters values by name, placeholders not resolved
 */
record RouteFile(String id, String template, Map<String, String> parameters) {

    private static final Set<String> KEYS = Set.of("routeId", "routeTemplateRef", "parameters");
    private static final Set<String> PARAMETER_KEYS = Set.of("name", "value");

    /**
     * Reads it.
     *
     * @param name the file's, without {@code .yaml}
     * @throws Refusal when it is anything else
     */
    static RouteFile read(String name, String yaml) {
        var instance = only(name, yaml);
        allow(name, instance, KEYS);
        var id = instance.path("routeId").asText();
        if (!id.equals(name)) {
            throw new Refusal(
                    Refusal.Code.ID_NOT_FILE_NAME,
                    name + ".yaml has the route id '" + id + "': a route is named after its file");
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : instance.path("parameters")) {
            allow(name, parameter, PARAMETER_KEYS);
            parameters.put(
                    parameter.path("name").asText(), parameter.path("value").asText());
        }
        return new RouteFile(id, instance.path("routeTemplateRef").asText(), Map.copyOf(parameters));
    }

    private static JsonNode only(String name, String yaml) {
        var tree = tree(name, yaml);
        if (!tree.isArray()
                || tree.size() != 1
                || !tree.get(0).path("templatedRoute").isObject()) {
            throw new Refusal(
                    Refusal.Code.NOT_AN_INSTANCE,
                    name
                            + ".yaml does not hold one templatedRoute: a route with steps of its own, or a template, comes with"
                            + " a release; docs/add-a-system.md shows what may stand here");
        }
        allow(name, tree.get(0), Set.of("templatedRoute"));
        return tree.get(0).path("templatedRoute");
    }

    /** No aliases: with them a few lines become gigabytes, or a tree without end. */
    private static JsonNode tree(String name, String yaml) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        try {
            Object read = new Yaml(new SafeConstructor(options)).load(yaml);
            return Canonical.tree(read);
        } catch (YAMLException e) {
            throw new Refusal(
                    Refusal.Code.NOT_AN_INSTANCE, name + ".yaml is no YAML that may stand here: " + e.getMessage(), e);
        }
    }

    private static void allow(String name, JsonNode node, Set<String> keys) {
        var others = new TreeSet<String>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(keys);
        if (!others.isEmpty()) {
            throw new Refusal(
                    Refusal.Code.NOT_AN_INSTANCE,
                    name + ".yaml has " + others + ", and beside " + new TreeSet<>(keys) + " nothing may stand there");
        }
    }
}
