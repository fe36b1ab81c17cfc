package lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * What the played CSS reads of a message: columns counted by hand from its copybook. Names are those of the copybook, in the way
 * of the other neighbours' messages; what is blank or zero is left out; times are instants again.
 */
final class CssNote {

    private static final int LENGTH = 450;
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final ObjectNode fields = Journal.JSON.createObjectNode();

    private CssNote() {}

    static CssNote of(String body) {
        var note = new CssNote();
        body.lines().forEach(note::record);
        return note;
    }

    ObjectNode fields() {
        return fields;
    }

    String id() {
        return fields.path("id").asText();
    }

    String outage() {
        return fields.path("outage").asText();
    }

    long release() {
        return fields.path("release").asLong();
    }

    private void record(String line) {
        if (line.length() != LENGTH) {
            throw new IllegalArgumentException("CSS was sent a record of " + line.length() + " characters");
        }
        switch (line.charAt(0)) {
            case 'H' -> header(line);
            case 'T' -> fields.withArray("texts").add(text(line, 45, 70));
            case 'A' -> fields.withArray("accounts").add(text(line, 45, 40));
            case 'Z' -> fields.put("records", number(line, 66, 7));
            default -> throw new IllegalArgumentException("CSS knows no record " + line.charAt(0));
        }
    }

    private void header(String line) {
        fields.put("id", text(line, 2, 36));
        fields.put("outage", text(line, 45, 40));
        fields.put("release", number(line, 85, 9));
        put("releasedAt", instant(line, 94));
        fields.put("form", text(line, 108, 1));
        fields.put("status", text(line, 109, 12));
        put("level", text(line, 121, 12));
        put("magnitude", text(line, 133, 12));
        fields.put("customers", number(line, 145, 9));
        fields.put("unconfirmed", text(line, 154, 1));
        put("crew", text(line, 155, 20));
        put("district", text(line, 175, 20));
        put("feeder", text(line, 195, 20));
        put("phone", text(line, 215, 20));
        put("mergedInto", text(line, 235, 40));
        put("ert", instant(line, 275));
        put("ertSource", text(line, 289, 12));
        put("restoredAt", instant(line, 301));
        fields.put("stillOut", number(line, 315, 7));
        if (line.charAt(107) == 'P') {
            put("plannedStart", instant(line, 334));
            put("plannedEnd", instant(line, 348));
            put("reason", text(line, 362, 70));
        } else {
            put("startedAt", instant(line, 334));
            put("cause", text(line, 348, 30));
        }
    }

    private void put(String name, String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }

    /** Columns count from 1, as in COBOL. */
    private static String text(String line, int from, int length) {
        return line.substring(from - 1, from - 1 + length).strip();
    }

    private static long number(String line, int from, int length) {
        return Long.parseLong(text(line, from, length));
    }

    /** Null where it is all zeros. */
    private static String instant(String line, int from) {
        var stamp = text(line, from, 14);
        return stamp.matches("0+")
                ? null
                : LocalDateTime.parse(stamp, STAMP).atZone(PACIFIC).toInstant().toString();
    }
}
