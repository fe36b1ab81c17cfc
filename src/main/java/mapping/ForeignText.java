package mapping;

import java.util.regex.Pattern;

/** Text that somebody outside wrote, as it may stand before a customer: readable, in one line, and not endless. */
final class ForeignText {

    private static final int CLAUSE = 120;
    private static final int WHOLE = 1000;

    /** Controls and what turns the direction of writing round: they could make a message read as another. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

    private static final Pattern STOPS_AT_THE_END = Pattern.compile("[.\\s]+$");

    private ForeignText() {}

    /** A part of a sentence, without the stop at its end, which is the template's to set; null for none. */
    static String clause(String text) {
        return cut(text, CLAUSE);
    }

    /** A text of its own, of several sentences; null for none. */
    static String whole(String text) {
        var cut = cut(text, WHOLE);
        return cut == null || cut.matches("(?s).*[!?。！？…]") ? cut : cut + ".";
    }

    private static String cut(String text, int most) {
        if (text == null) {
            return null;
        }
        var seen = UNSEEN.matcher(text).replaceAll(" ").strip();
        if (seen.codePointCount(0, seen.length()) > most) {
            var head = seen.substring(0, seen.offsetByCodePoints(0, most - 1));
            var blank = head.lastIndexOf(' ');
            return (blank > most / 2 ? head.substring(0, blank) : head) + "…";
        }
        var bare = STOPS_AT_THE_END.matcher(seen).replaceAll("");
        return bare.isEmpty() ? null : bare;
    }
}
