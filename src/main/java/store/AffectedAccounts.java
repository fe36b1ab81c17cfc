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

    private static final String SQL =
            """
            select p.account from outage_premises l join premises p on p.premise = l.premise where l.outage = :outage
            union
            select p.account from outage_meters l join meters m on m.meter = l.meter join premises p on p.premise = m.premise
              where l.outage = :outage
            union
            select p.account from premises p
              where p.transformer = cast(:transformer as varchar(100))
              and not exists (select 1 from outage_premises l where l.outage = :outage)
              and not exists (select 1 from outage_meters l where l.outage = :outage)
            union
            select p.account from transformers t join premises p on p.transformer = t.transformer
              where t.feeder = cast(:feeder as varchar(100)) and cast(:transformer as varchar(100)) is null
              and not exists (select 1 from outage_premises l where l.outage = :outage)
              and not exists (select 1 from outage_meters l where l.outage = :outage)
            order by account
            """;

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
        return db.sql(SQL)
                .param("outage", outage)
                .param("transformer", transformer)
                .param("feeder", feeder)
                .query(String.class)
                .list();
    }
}
