package store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.SqlTypeValue;

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

    /** A text of any length as a column of type {@code text} takes it. H2 knows no string of more than a million characters. */
    static SqlTypeValue text(String text) {
        return (statement, index, type, name) -> {
            if (text == null) {
                statement.setNull(index, Types.VARCHAR);
            } else {
                statement.setCharacterStream(index, new StringReader(text), text.length());
            }
        };
    }

    /** The text in a column of type {@code text}, of any length; null for null. */
    static String text(ResultSet row, String column) throws SQLException {
        try (var reader = row.getCharacterStream(column)) {
            if (reader == null) {
                return null;
            }
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new SQLException("a text could not be read to its end", e);
        }
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
