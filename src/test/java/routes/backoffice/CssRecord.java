package routes.backoffice;

import java.util.List;
import java.util.Locale;

/** A record of CSS, its columns counted by hand from mappings/css/CSS.cpy. */
record CssRecord(String line) {

    static final int LENGTH = 450;

    static List<CssRecord> of(String text) {
        return text.lines().map(CssRecord::new).toList();
    }

    String type() {
        return line.substring(0, 1);
    }

    /** As the hub has it; in the record it is upper-case, like all. */
    String id() {
        return line.substring(1, 37).strip().toLowerCase(Locale.ROOT);
    }

    int sequence() {
        return Integer.parseInt(line.substring(37, 44));
    }

    String outage() {
        return line.substring(44, 84).strip();
    }

    long release() {
        return Long.parseLong(line.substring(84, 93));
    }

    String account() {
        return line.substring(44, 84).strip();
    }

    /** Headers, text lines, accounts, all records. */
    List<Integer> counts() {
        return List.of(number(44), number(51), number(58), number(65));
    }

    private int number(int from) {
        return Integer.parseInt(line.substring(from, from + 7));
    }
}
