package docs;

import static org.assertj.core.api.Assertions.assertThat;

import hub.HubProperties;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** docs/settings.md says what the hub takes, no more and no less, with the defaults that it has. */
class SettingsTest {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\| (?:`([^`]+)`|–) \\| (.+) \\|");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private final Map<String, Row> table = new TreeMap<>();
    private final Map<String, String> packed = new TreeMap<>();

    private record Row(String environment, String defaultValue, String meaning) {}

    @BeforeEach
    void read() throws IOException {
        for (var line : Files.readAllLines(Path.of("docs", "settings.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                table.put(
                        row.group(1),
                        new Row(row.group(2), Objects.requireNonNullElse(row.group(3), ""), row.group(4)));
            }
        }
        for (var source : new YamlPropertySourceLoader().load("packed", new ClassPathResource("application.yaml"))) {
            for (var name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                packed.put(name, String.valueOf(source.getProperty(name)));
            }
        }
    }

    @Test
    void everySettingOfTheHubHasItsRow() {
        var known = new TreeSet<String>();
        settings(HubProperties.class, "hub").filter(name -> !name.contains("*")).forEach(known::add);
        packed.keySet().stream().filter(name -> name.startsWith("hub.")).forEach(known::add);

        assertThat(table.keySet()).as("rows of docs/settings.md").containsAll(known);
    }

    @Test
    void everyRowIsASettingOfTheHub() {
        var settings = settings(HubProperties.class, "hub").toList();

        assertThat(table.keySet().stream().filter(name -> name.startsWith("hub.")))
                .allSatisfy(name -> assertThat(settings).anyMatch(setting -> matches(setting, name)));
    }

    @Test
    void everyDefaultIsTheOneThatIsPacked() {
        assertThat(table)
                .allSatisfy((name, row) ->
                        assertThat(row.defaultValue()).as(name).isEqualTo(packed.getOrDefault(name, "")));
    }

    @Test
    void everyEnvironmentNameIsTheOneThatSpringReads() {
        assertThat(table).allSatisfy((name, row) -> assertThat(row.environment())
                .isEqualTo(name.toUpperCase(Locale.ROOT).replace(".", "_").replace("-", "")));
    }

    private static boolean matches(String setting, String name) {
        return Pattern.matches(Pattern.quote(setting).replace("*", "\\E[a-z0-9-]+\\Q"), name);
    }

    /** The names of all settings of a record, {@code *} for the keys of a map. */
    private static Stream<String> settings(Class<?> type, String prefix) {
        List<String> names = new ArrayList<>();
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + kebab(component.getName());
            if (component.getType() == Map.class) {
                names.addAll(ofMap(component, name + ".*").toList());
            } else {
                names.addAll(ofOne(component.getType(), name).toList());
            }
        }
        return names.stream();
    }

    private static Stream<String> ofMap(RecordComponent component, String name) {
        var value = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
        return value instanceof Class<?> type ? ofOne(type, name) : Stream.of(name);
    }

    private static Stream<String> ofOne(Class<?> type, String name) {
        return type.isRecord() ? settings(type, name) : Stream.of(name);
    }

    private static String kebab(String name) {
        return CAPITAL.matcher(name).replaceAll(found -> "-" + found.group().toLowerCase(Locale.ROOT));
    }
}
