package docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** docs/monitoring as data. */
public final class AlertFiles {

    static final Path FOLDER = Path.of("docs", "monitoring");

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertFiles() {}

    /** The rules of all groups. */
    static List<JsonNode> alerts() throws IOException {
        var alerts = new ArrayList<JsonNode>();
        JsonNode file = JSON.valueToTree(new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml"))));
        file.path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    static JsonNode dashboard() throws IOException {
        return JSON.readTree(FOLDER.resolve("dashboard.json").toFile());
    }

    /** Panels that show something: no rows. */
    static List<JsonNode> panels() throws IOException {
        var panels = new ArrayList<JsonNode>();
        for (var panel : dashboard().path("panels")) {
            if (!"row".equals(panel.path("type").asText())) {
                panels.add(panel);
            }
        }
        return panels;
    }

    /** Every PromQL expression of both files. */
    public static List<String> expressions() throws IOException {
        var all = new ArrayList<String>();
        alerts().forEach(alert -> all.add(alert.path("expr").asText()));
        panels().forEach(panel -> panel.path("targets")
                .forEach(target -> all.add(target.path("expr").asText())));
        return all;
    }
}
