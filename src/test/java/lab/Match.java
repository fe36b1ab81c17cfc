package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares a message with what a scenario says of it: a path and its value; {@code present} and {@code absent} are values too. */
final class Match {

    private Match() {}

    /** What is not as it should be; null when all is. */
    static String problem(JsonNode wanted, JsonNode message) {
        for (var field : wanted.properties()) {
            var found = Tree.at(message, field.getKey());
            if (!fits(field.getValue(), found)) {
                return field.getKey() + " should be " + field.getValue() + ", is "
                        + (found.isMissingNode() ? "absent" : found);
            }
        }
        return null;
    }

    private static boolean fits(JsonNode wanted, JsonNode found) {
        if (wanted.isArray()) {
            return texts(wanted).equals(texts(found));
        }
        var nothing = found.isMissingNode() || found.isNull();
        return switch (wanted.asText()) {
            case "absent" -> nothing;
            case "present" -> !nothing;
            default -> !nothing && !found.isContainerNode() && wanted.asText().equals(found.asText());
        };
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
