package store;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cause without what differs from message to message, so that letters of one fault can be told from those of another: ids of the
 * message itself, and whatever has a digit or is an address, become {@code …}; what is said twice stands once.
 */
final class CauseForm {

    private static final String GAP = "…";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern DIFFERS =
            Pattern.compile("[\\p{L}\\p{N}_.:+%@-]*[\\p{N}@](?:[\\p{L}\\p{N}_.:+%@-]*[\\p{L}\\p{N}])?");
    private static final Pattern GAPS = Pattern.compile("…(?:[\\s,]*…)+");
    private static final Pattern SENTENCES = Pattern.compile("; |\n");

    private CauseForm() {}

    /** @param ids of the message and what it is about; nulls are passed over */
    static String of(String cause, String... ids) {
        var form = cause;
        for (var id : Stream.of(ids)
                .filter(Objects::nonNull)
                .filter(id -> !id.isBlank())
                .toList()) {
            form = form.replace(id, GAP);
        }
        form = QUOTED.matcher(form)
                .replaceAll(
                        found -> DIFFERS.matcher(found.group()).find() ? GAP : Matcher.quoteReplacement(found.group()));
        form = GAPS.matcher(DIFFERS.matcher(form).replaceAll(GAP)).replaceAll(GAP);
        return Arrays.stream(SENTENCES.split(form)).distinct().collect(Collectors.joining("; "));
    }
}
