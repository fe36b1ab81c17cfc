package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How values of ours stand in columns. */
final class Sql {

    private static final int TEXT_LENGTH = 4000;

    private Sql() {}

    /** The instant as H2 and PostgreSQL both take it; null for null. */
    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant in a column; null for null. */
    static Instant at(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The text, shortened to what a column of {@code varchar(4000)} holds; null for null. */
    static String cut(String text) {
        return cut(text, TEXT_LENGTH);
    }

    /** The text, shortened to so many characters; null for null. */
    static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
