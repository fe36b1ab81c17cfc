package routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mapping.Canonical;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads our routes in YAML as a reviewer would: one rule, one method; what it says is how to put it right. */
class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/camel");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsNamedAfterItsFile(Path file) {
        assertThat(template(file).path("id").asText())
                .as("name the file after the template")
                .isEqualTo(name(file));
        assertThat(name(file)).as("names are in kebab-case").matches(KEBAB);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateSaysWhatItAndEachParameterIsFor(Path file) {
        assertThat(template(file).path("description").asText())
                .as("describe the template")
                .isNotBlank();
        template(file).path("parameters").forEach(parameter -> {
            assertThat(parameter.path("description").asText())
                    .as("describe parameter %s", parameter.path("name").asText())
                    .isNotBlank();
            assertThat(parameter.path("required").asBoolean() ^ parameter.has("defaultValue"))
                    .as("parameter %s is either required or has a default", parameter.path("name"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachParameterIsUsedAndEachPlaceholderIsAParameter(Path file) {
        var used = new HashSet<String>();
        texts(template(file).path("route")).forEach(text -> placeholders(text, used));

        assertThat(used).as("parameters and placeholders of the route agree").isEqualTo(parameters(file));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theRouteAndWhereItBeginsAreDescribed(Path file) {
        var route = template(file).path("route");
        assertThat(route.path("description").asText()).as("describe the route").isNotBlank();
        assertThat(route.path("from").path("description").asText())
                .as("describe the from")
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("instances")
    void anInstanceIsNamedAfterItsFileAndGivesWhatItsTemplateWants(Path file) {
        var instance = only(file).path("templatedRoute");
        assertThat(instance.path("routeId").asText())
                .as("name the route after the file")
                .isEqualTo(name(file))
                .matches(KEBAB);
        var template = FOLDER.resolve("templates")
                .resolve(instance.path("routeTemplateRef").asText() + ".yaml");
        assertThat(template).as("the instance names a template").exists();
        var given = new HashSet<String>();
        instance.path("parameters")
                .forEach(parameter -> given.add(parameter.path("name").asText()));
        assertThat(parameters(template)).as("no parameter is misspelt").containsAll(given);
        assertThat(given).as("every required parameter is given").containsAll(required(template));
    }

    @ParameterizedTest
    @MethodSource("all")
    void optionsStandUnderParametersAndNotInTheUri(Path file) {
        var uris = new ArrayList<String>();
        only(file).findValues("uri").forEach(uri -> uris.add(uri.asText()));
        assertThat(uris).as("put what follows the ? under parameters:").noneMatch(uri -> uri.contains("?"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noAddressIsMadeFromAMessage(Path file) {
        assertThat(only(file).findValues("toD"))
                .as("addresses come from configuration: use to")
                .isEmpty();
    }

    @Test
    void thereIsSomethingToRead() {
        assertThat(templates()).isNotEmpty();
        assertThat(instances()).isNotEmpty();
    }

    static Stream<Named<Path>> templates() {
        return all().filter(file -> isTemplate(file.getPayload()));
    }

    static Stream<Named<Path>> instances() {
        return all().filter(file -> !isTemplate(file.getPayload()));
    }

    static Stream<Named<Path>> all() {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> Named.of(FOLDER.relativize(file).toString(), file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTemplate(Path file) {
        return file.getParent().endsWith("templates");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }

    private static JsonNode template(Path file) {
        return only(file).path("routeTemplate");
    }

    private static Set<String> parameters(Path template) {
        var names = new HashSet<String>();
        template(template)
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private static Set<String> required(Path template) {
        var names = new HashSet<String>();
        template(template).path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean()) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    /** The one thing that a file holds. */
    private static JsonNode only(Path file) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            var tree = Canonical.tree(read);
            assertThat(tree).as("one template or instance a file").hasSize(1);
            return tree.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode tree) {
        var texts = new ArrayList<String>();
        if (tree.isTextual()) {
            texts.add(tree.asText());
        }
        tree.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    private static void placeholders(String text, Set<String> into) {
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }
}
