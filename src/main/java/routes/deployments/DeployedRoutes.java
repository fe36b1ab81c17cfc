package routes.deployments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mapping.Mappers;
import mapping.MappingException;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import routes.Reader;
import routes.ReaderGuard;
import routes.ReaderRoutes;
import store.Deployment.Kind;

/** Routes: one file each, {@code <id>.yaml}, in the folder {@code hub.routes}. After the mappings, which they need. */
@Component
@Order(2)
class DeployedRoutes implements Deployable {

    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern FILE = Pattern.compile("([a-z][a-z0-9]*(-[a-z0-9]+)*)\\.yaml");
    private static final int LONGEST_NAME = 40;

    private final Folder folder;
    private final Mappers mappers;
    private final List<ReaderGuard> guards;
    private final ReaderRoutes readers;
    private final RouteRules rules;
    private final RouteTrial trial;
    private final RouteSwap swap;

    DeployedRoutes(
            CamelContext camel, Mappers mappers, List<ReaderGuard> guards, @Value("${hub.routes:}") String folder) {
        this.folder = new Folder(folder);
        this.mappers = mappers;
        this.guards = List.copyOf(guards);
        this.readers = new ReaderRoutes(camel);
        this.rules = new RouteRules(camel);
        this.trial = new RouteTrial(camel);
        this.swap = new RouteSwap(camel);
    }

    @Override
    public Kind kind() {
        return Kind.ROUTE;
    }

    @Override
    public Optional<List<Found>> look() {
        return folder.list().map(files -> files.stream()
                .filter(file -> YAML.matcher(file.getFileName().toString()).matches())
                .map(this::found)
                .toList());
    }

    private Found found(Path file) {
        var fileName = file.getFileName().toString();
        var name = fileName.replaceFirst("\\.[^.]*$", "");
        try {
            if (!FILE.matcher(fileName).matches() || name.length() > LONGEST_NAME) {
                throw new Refusal(
                        Refusal.Code.BAD_FILE_NAME,
                        file + " is no name for a route: lower-case words with hyphens, at most " + LONGEST_NAME
                                + " characters, and .yaml");
            }
            return new Found(name, Map.of(fileName, folder.text(file)), file.toString(), Folder.owner(file), null);
        } catch (Refusal e) {
            var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            return new Found(shown, Map.of(), file.toString(), Folder.owner(file), e);
        }
    }

    @Override
    public void check(String name, Map<String, String> files) {
        var yaml = only(files);
        var file = RouteFile.read(name, yaml);
        if (!swap.isFree(name)) {
            throw new Refusal(
                    Refusal.Code.BELONGS_TO_ANOTHER,
                    "the route " + name + " is the hub's own, written in code; give the file another name");
        }
        rules.template(file);
        rules.isNamedForWhatItServes(file);
        for (var reader : trial.of(name, yaml)) {
            rules.belongsToNobodyElse(reader);
            rules.leadsOut(reader);
            hasItsMapping(reader);
        }
    }

    private void hasItsMapping(Reader reader) {
        try {
            mappers.of(reader.neighbour());
        } catch (IllegalArgumentException | MappingException e) {
            throw new Refusal(
                    Refusal.Code.MAPPING_MISSING,
                    "the neighbour " + reader.neighbour() + " has no mapping that can be read: " + e.getMessage()
                            + "; deploy it, and the route is tried again",
                    e);
        }
    }

    @Override
    public void apply(String name, Map<String, String> files) {
        var yaml = only(files);
        var before = reader(name);
        var after = trial.of(name, yaml);
        try {
            after.forEach(reader -> guards.forEach(guard -> guard.check(reader)));
            swap.put(name, yaml);
        } catch (Refusal e) {
            after.forEach(reader -> goneUnless(reader, before));
            throw e;
        } catch (IllegalStateException e) {
            throw new Refusal(Refusal.Code.READER_NOT_READY, e.getMessage(), e);
        }
        before.ifPresent(reader -> goneUnless(reader, reader(name)));
    }

    @Override
    public void withdraw(String name) {
        var before = reader(name);
        swap.withdraw(name);
        before.ifPresent(reader -> goneUnless(reader, reader(name)));
    }

    /** What was made for this reader may go, unless the other one reads the same queue. */
    private void goneUnless(Reader reader, Optional<Reader> other) {
        if (other.isEmpty() || !other.get().from().equals(reader.from())) {
            guards.forEach(guard -> guard.gone(reader));
        }
    }

    private Optional<Reader> reader(String route) {
        return readers.all().stream()
                .filter(reader -> reader.route().equals(route))
                .findFirst();
    }

    private static String only(Map<String, String> files) {
        return files.values().iterator().next();
    }
}
