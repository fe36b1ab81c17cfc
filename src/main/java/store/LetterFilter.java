package store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which dead letters are wanted; null for any.
 *
 * @param place the door or the neighbour
 * @param code of the error catalogue
 * @param cause words, each of which is to stand in the cause, in whatever case
 * @param outage the outage
 * @param from the earliest moment at which it was given up
 * @param until the first moment that is too late
 * @param state how far it is
 * @param group letters of one fault
 * @param batch in which it was sent again or discarded
 */
public record LetterFilter(
        String place,
        String code,
        String cause,
        String outage,
        Instant from,
        Instant until,
        DeadLetters.State state,
        String group,
        String batch) {

    /** All there are. */
    public static final LetterFilter ALL = new LetterFilter(null, null, null, null, null, null, null, null, null);

    /** Those of one place. */
    public static LetterFilter at(String place) {
        return new LetterFilter(place, null, null, null, null, null, null, null, null);
    }

    /** Whether it leaves nothing out. */
    public boolean isEmpty() {
        return equals(ALL);
    }

    /** The condition, over {@code dead_letters l}; its values are {@link #values}. */
    String condition() {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        values().keySet().forEach(name -> conditions.add(condition(name)));
        return String.join(" and ", conditions);
    }

    private static String condition(String name) {
        return switch (name) {
            case "from" -> "l.at >= :from";
            case "until" -> "l.at < :until";
            case "group" -> "l.cause_group = :group";
            case "place", "code", "outage", "state", "batch" -> "l." + name + " = :" + name;
            default -> "lower(l.cause) like :" + name + " escape '!'";
        };
    }

    /** The values of {@link #condition}, by name. */
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("place", place);
        values.put("code", code);
        values.put("outage", outage);
        values.put("from", Sql.at(from));
        values.put("until", Sql.at(until));
        values.put("state", state == null ? null : state.name());
        values.put("group", group);
        values.put("batch", batch);
        var words = cause == null ? new String[0] : cause.strip().split("\\s+");
        for (var i = 0; i < words.length; i++) {
            values.put("word" + i, "%" + literally(words[i].toLowerCase(Locale.ROOT)) + "%");
        }
        values.values().removeIf(value -> value == null);
        return values;
    }

    private static String literally(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
