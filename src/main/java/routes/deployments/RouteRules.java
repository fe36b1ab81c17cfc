package routes.deployments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import routes.Reader;
import routes.ReaderRoutes;

/** What a route that comes by a folder must keep to, beside what all routes do; a rule a method, as in the linter of our own. */
final class RouteRules {

    private static final List<String> SERVED = List.of("neighbour", "channel");

    private final ModelCamelContext live;

    RouteRules(CamelContext live) {
        this.live = (ModelCamelContext) live;
    }

    /** @throws Refusal when the hub has no such template, or it does not get what it wants */
    void template(RouteFile file) {
        var template = live.getRouteTemplateDefinition(file.template());
        if (template == null) {
            throw new Refusal(
                    Refusal.Code.NO_SUCH_TEMPLATE,
                    file.id() + ".yaml names the template '" + file.template() + "'; the hub has: "
                            + live.getRouteTemplateDefinitions().stream()
                                    .map(one -> one.getId())
                                    .sorted()
                                    .toList());
        }
        var known = template.getTemplateParameters().stream()
                .collect(Collectors.toMap(RouteTemplateParameterDefinition::getName, one -> one));
        var wrong = new TreeSet<>(file.parameters().keySet());
        wrong.removeAll(known.keySet());
        var missing = new TreeSet<>(known.keySet());
        missing.removeIf(name -> known.get(name).getDefaultValue() != null
                || Boolean.FALSE.equals(known.get(name).getRequired()));
        missing.removeAll(given(file.parameters()));
        if (!wrong.isEmpty() || !missing.isEmpty()) {
            throw new Refusal(
                    Refusal.Code.BAD_PARAMETERS,
                    file.id() + ".yaml: missing are " + missing + ", and unknown to the template " + file.template()
                            + " are " + wrong);
        }
    }

    private static Set<String> given(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @throws Refusal when the neighbour or channel that it is for is not the file's */
    void isNamedForWhatItServes(RouteFile file) {
        for (var served : SERVED) {
            var name = file.parameters().getOrDefault(served, file.id());
            if (!name.equals(file.id())) {
                throw new Refusal(
                        Refusal.Code.ID_NOT_FILE_NAME,
                        file.id() + ".yaml is for the " + served + " '" + name + "': a route is named after its "
                                + served);
            }
        }
    }

    /** @throws Refusal when another reader has its queue */
    void belongsToNobodyElse(Reader reader) {
        for (var other : others(reader)) {
            if (Destination.of(other.from()).equals(Destination.of(reader.from()))) {
                throw new Refusal(
                        Refusal.Code.BELONGS_TO_ANOTHER,
                        reader.from() + " is read by the route " + other.route()
                                + ", and each would get a part of it: name a queue of its own, such as jms:queue:oan.changes::"
                                + reader.neighbour());
            }
        }
    }

    /** @throws Refusal when what the route sends comes back into the hub, or its wakings go elsewhere */
    void leadsOut(Reader reader) {
        if (!Destination.of(reader.wake()).equals(Destination.of(reader.from()))) {
            throw new Refusal(
                    Refusal.Code.BAD_PARAMETERS,
                    "wake must lead into the queue that from reads: "
                            + Destination.of(reader.from()).name() + ", and not " + reader.wake());
        }
        var to = Destination.of(reader.to());
        if (to.isIn(Destination.of(reader.from()).address()) || read().stream().anyMatch(to::isIn)) {
            throw new Refusal(
                    Refusal.Code.ENDLESS_LOOP,
                    reader.to()
                            + " is what the hub itself reads: each message would come back without end. Name the neighbour's"
                            + " own endpoint");
        }
    }

    private List<Reader> others(Reader reader) {
        return ReaderRoutes.of(live).stream()
                .filter(other -> !other.route().equals(reader.route()))
                .toList();
    }

    /** The addresses at the hub's broker from which its routes read. */
    private List<String> read() {
        return live.getRouteDefinitions().stream()
                .map(RouteRules::from)
                .map(live::resolvePropertyPlaceholders)
                .filter(uri -> uri.startsWith("jms:"))
                .map(uri -> Destination.of(uri).address())
                .distinct()
                .toList();
    }

    /** An instance's as its parameter says; nothing for one whose template says it. */
    private static String from(RouteDefinition route) {
        var given = route.getTemplateParameters();
        return given == null ? route.getInput().getEndpointUri() : String.valueOf(given.getOrDefault("from", ""));
    }
}
