package mapping;

import java.time.Instant;

/** Times that every reader can be told. */
final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    /** Whether the time, in UTC, is in a year of four digits: 9999-12-31T23:59:59-08:00 is not. */
    static boolean canBeWritten(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
