package bench.rivals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One thread's connection to the database, with its statements prepared once. */
final class Ledger {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Ledger(String url) {
        try {
            connection = DriverManager.getConnection(url, "hub", "");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("no database at " + url, e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not commit", e);
        }
    }

    int update(String sql, Object... values) {
        try {
            return filled(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row. */
    Optional<String> find(String sql, Object... values) {
        try (var row = filled(sql, values).executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private PreparedStatement filled(String sql, Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
