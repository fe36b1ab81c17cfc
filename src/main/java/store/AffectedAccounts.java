package store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose premises an outage touches (rules.md §4): those that OMS lists, or whose meters it lists; only where it lists none, those
 * behind the transformer, else those on the feeder. What the extracts do not know belongs to no account.
 */
@Repository
public class AffectedAccounts {

    private final JdbcClient db;

    public AffectedAccounts(JdbcClient db) {
        this.db = db;
    }

    /**
     * The accounts, each once, in order.
     *
     * @param transformer that the outage hangs on; null when OMS names none
     * @param feeder that the outage hangs on; null when OMS names none
     */
    public List<String> of(String outage, String transformer, String feeder) {
        var touched = Touched.by(outage, transformer, feeder, db);
        return db.sql(touched.accounts())
                .params(touched.params())
                .param("after", "")
                .query(String.class)
                .list();
    }
}
