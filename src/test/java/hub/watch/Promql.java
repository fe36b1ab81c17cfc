package hub.watch;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a PromQL expression names meters: enough to look for them, no parser. */
final class Promql {

    private static final Pattern LABEL_LISTS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern RANGES = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern NAMES =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?![a-zA-Z0-9_:]*\\s*\\()\\s*(?:\\{([^}]*)\\})?");
    private static final Pattern MATCHERS = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private Promql() {}

    /** {@code label=~"value"}. */
    record Matcher(String label, String operator, String value) {}

    /** A meter with its matchers. */
    record Selector(String name, List<Matcher> matchers) {}

    static List<Selector> selectors(String expression) {
        var bare =
                RANGES.matcher(LABEL_LISTS.matcher(expression).replaceAll(" ")).replaceAll("");
        return NAMES.matcher(bare)
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found -> new Selector(found.group(1), matchers(found.group(2))))
                .toList();
    }

    private static List<Matcher> matchers(String inBraces) {
        return inBraces == null
                ? List.of()
                : MATCHERS.matcher(inBraces)
                        .results()
                        .map(found -> new Matcher(found.group(1), found.group(2), found.group(3)))
                        .toList();
    }
}
