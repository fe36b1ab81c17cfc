package lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A whole behaviour as a file: who sends what when, and what each neighbour must then have received. The file's name is the
 * claim. How steps are written: {@code docs/testing.md}.
 *
 * @param name the claim
 * @param steps each an object with one field, the verb
 */
public record Scenario(String name, List<JsonNode> steps) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Z][A-Za-z0-9-]*|now)([+-][0-9a-z]+)?}");

    /** All files of a folder, by name. */
    static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("there are no scenarios in " + folder, e);
        }
    }

    static Scenario read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var tree = Journal.JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
            var steps = new ArrayList<JsonNode>();
            tree.path("steps").forEach(steps::add);
            var name = file.getFileName().toString().replace(".yaml", "");
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("scenario " + name + " has no steps");
            }
            return new Scenario(name, List.copyOf(steps));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * The same for one run: {@code {A}} becomes a name that this run alone has, {@code {now+30m}} an instant in UTC.
     *
     * @param run tells runs apart
     * @param now the moment that all steps of this run mean by now
     */
    Scenario forRun(String run, Instant now) {
        var start = now.truncatedTo(ChronoUnit.SECONDS);
        return new Scenario(
                name, steps.stream().map(step -> filled(step, run, start)).toList());
    }

    private static JsonNode filled(JsonNode node, String run, Instant now) {
        if (node.isTextual()) {
            return TextNode.valueOf(filled(node.textValue(), run, now));
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> list.add(filled(item, run, now)));
            return list;
        }
        if (node instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), filled(field.getValue(), run, now)));
            return copy;
        }
        return node;
    }

    private static String filled(String text, String run, Instant now) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2), run, now)));
    }

    private static String value(String name, String shift, String run, Instant now) {
        if (!"now".equals(name)) {
            return name + "-" + run + (shift == null ? "" : shift);
        }
        return (shift == null ? now : now.plus(duration(shift))).toString();
    }

    /** Such as {@code 90s}, {@code +2m10s}, {@code -1h}. */
    static Duration duration(String text) {
        var negative = text.startsWith("-");
        var plain = text.replaceFirst("^[+-]", "");
        var duration = Duration.parse("PT" + plain.toUpperCase(Locale.ROOT));
        return negative ? duration.negated() : duration;
    }
}
