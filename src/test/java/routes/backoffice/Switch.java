package routes.backoffice;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be made to go away and come back. */
final class Switch extends DelegatingDataSource {

    private volatile boolean away;

    Switch(DataSource tables) {
        super(tables);
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLNonTransientConnectionException("the database is away", "08001");
        }
        return super.getConnection();
    }
}
