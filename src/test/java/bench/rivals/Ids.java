package bench.rivals;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the texts of one report name.
 *
 * @param outage the outage's id
 * @param report the report's id
 * @param request the id of the request to OMS
 */
record Ids(String outage, String report, String request) {

    static Ids of(String outage, String report) {
        return new Ids(outage, report, named(report, "request"));
    }

    /** The id of a message that follows from this one. */
    String message(String what) {
        return named(request, what);
    }

    private static String named(String cause, String what) {
        return UUID.nameUUIDFromBytes((cause + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
