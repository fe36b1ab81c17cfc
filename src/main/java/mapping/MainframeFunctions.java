package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a mapping to fixed-width records needs and JSLT does not have. Of nothing they make nothing: the empty text, no lines.
 *
 * <ul>
 *   <li>{@code local-time(instant, pattern, zone)}: the instant as that zone's clocks show it
 *   <li>{@code lines(text, width)}: the text wrapped at word borders
 *   <li>{@code cut(text, width)}: the text, visibly cut where it is longer
 * </ul>
 */
final class MainframeFunctions {

    static final List<Function> ALL = List.of(
            new Own("local-time", 3, MainframeFunctions::localTime),
            new Own("lines", 2, MainframeFunctions::lines),
            new Own("cut", 2, MainframeFunctions::cut));

    private MainframeFunctions() {}

    private static JsonNode localTime(JsonNode[] arguments) {
        if (arguments[0].isNull()) {
            return TextNode.valueOf("");
        }
        try {
            var at = Instant.parse(arguments[0].asText()).atZone(ZoneId.of(arguments[2].asText()));
            return TextNode.valueOf(DateTimeFormatter.ofPattern(arguments[1].asText(), Locale.ROOT)
                    .format(at));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new JsltException("local-time: " + e.getMessage(), e);
        }
    }

    private static JsonNode lines(JsonNode[] arguments) {
        var lines = JsonNodeFactory.instance.arrayNode();
        MainframeText.lines(text(arguments[0]), arguments[1].asInt()).forEach(lines::add);
        return lines;
    }

    private static JsonNode cut(JsonNode[] arguments) {
        return TextNode.valueOf(MainframeText.cut(text(arguments[0]), arguments[1].asInt()));
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asText();
    }

    private interface Work {
        JsonNode of(JsonNode[] arguments);
    }

    private record Own(String name, int arguments, Work work) implements Function {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arguments;
        }

        @Override
        public int getMaxArguments() {
            return arguments;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] given) {
            return work.of(given);
        }
    }
}
