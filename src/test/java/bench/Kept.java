package bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How much a program kept in its database, counted in the tables when it has ended.
 *
 * @param rows that were added
 * @param characters in them
 */
record Kept(long rows, long characters) {

    /** Tables that only grow, with the column that says when. */
    private static final Map<String, String> TABLES = Map.of(
            "decisions", "decided_at",
            "reports", "received_at",
            "history", "at",
            "oms_requests", "asked_at",
            "deliveries", "first_at",
            "delivery_attempts", "first_at",
            "notices", "due_at");

    /** The database of a program that has ended. */
    static Connection open(Path data) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("db/hub"), "hub", "");
    }

    /** All rows that were added between the two. */
    static Kept between(Path data, Instant begun, Instant ended) throws SQLException {
        var rows = 0L;
        var characters = 0L;
        try (var db = open(data)) {
            for (var table : TABLES.entrySet()) {
                try (var statement = db.prepareStatement(
                        "select * from " + table.getKey() + " where " + table.getValue() + " between ? and ?")) {
                    statement.setObject(1, begun.atOffset(ZoneOffset.UTC));
                    statement.setObject(2, ended.atOffset(ZoneOffset.UTC));
                    try (var found = statement.executeQuery()) {
                        while (found.next()) {
                            rows++;
                            for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                                var value = found.getString(i);
                                characters += value == null ? 0 : value.length();
                            }
                        }
                    }
                }
            }
        }
        return new Kept(rows, characters);
    }
}
