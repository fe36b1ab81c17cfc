package routes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

/**
 * The registry of readers: the deployed instances of the template {@code delivery} themselves. There is no other list; who
 * deploys an instance has told replay, health and meters of it.
 */
@Component
public class ReaderRoutes {

    private static final Set<String> PARAMETERS = Set.of("neighbour", "from", "wake", "to");

    private final CamelContext camel;

    public ReaderRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /** All that are deployed now, whether they run or not, by name. Ask anew each time: readers come and go. */
    public List<Reader> all() {
        return of(camel);
    }

    /** The reader of this neighbour. */
    public Optional<Reader> of(String neighbour) {
        return all().stream()
                .filter(reader -> reader.neighbour().equals(neighbour))
                .findFirst();
    }

    /** All of another context, such as one in which routes are tried. */
    public static List<Reader> of(CamelContext camel) {
        return ((ModelCamelContext) camel)
                .getRouteDefinitions().stream()
                        .filter(ReaderRoutes::isReader)
                        .map(route -> reader(camel, route))
                        .sorted(Comparator.comparing(Reader::neighbour))
                        .toList();
    }

    private static boolean isReader(RouteDefinition route) {
        var given = route.getTemplateParameters();
        return given != null && given.keySet().containsAll(PARAMETERS);
    }

    private static Reader reader(CamelContext camel, RouteDefinition route) {
        var given = route.getTemplateParameters();
        return new Reader(
                route.getRouteId(),
                text(camel, given, "neighbour"),
                text(camel, given, "from"),
                text(camel, given, "wake"),
                text(camel, given, "to"));
    }

    private static String text(CamelContext camel, Map<String, Object> given, String name) {
        return camel.resolvePropertyPlaceholders(String.valueOf(given.get(name)));
    }
}
