package store;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which premises an outage touches (rules.md §4): those of OMS's list of premises and meters; only where it lists none, those
 * of the transformer, else of the feeder.
 *
 * @param accounts SQL: the accounts of these premises after {@code :after}, in order
 * @param premise a condition on premises {@code p}: it is one of these
 * @param params what both need
 */
record Touched(String accounts, String premise, Map<String, Object> params) {

    /** Up to so many listed premises are sought out one by one; of more, each premise is asked whether it is listed. */
    private static final int MANY = 20_000;

    private static final String LISTED =
            """
            (exists (select 1 from outage_premises l where l.outage = :outage and l.premise = p.premise)
              or exists (select 1 from meters m join outage_meters l on l.meter = m.meter
                where m.premise = p.premise and l.outage = :outage))
            """;

    /** From the list to the premises. */
    private static final String SOUGHT_OUT =
            """
            select p.account from outage_premises l join premises p on p.premise = l.premise
            where l.outage = :outage and p.account > :after
            union
            select p.account from outage_meters l join meters m on m.meter = l.meter join premises p on p.premise = m.premise
            where l.outage = :outage and p.account > :after
            order by account
            """;

    private static final String OF_TRANSFORMER = "p.transformer = :place";
    private static final String OF_FEEDER =
            "p.transformer in (select t.transformer from transformers t where t.feeder = :place)";
    private static final String AT_TRANSFORMER =
            """
            select p.account from premises p where p.transformer = :place and p.account > :after
            group by p.account order by p.account
            """;
    private static final String ON_FEEDER =
            """
            select p.account from transformers t join premises p on p.transformer = t.transformer
            where t.feeder = :place and p.account > :after
            group by p.account order by p.account
            """;
    private static final String NOWHERE = "1 = 0";

    /** Where an outage is on the grid; each nullable. */
    private record Place(String transformer, String feeder) {}

    /** By what the newest release says. */
    static Touched by(String outage, JdbcClient db) {
        var place = place(outage, db);
        return by(outage, place.transformer(), place.feeder(), MANY, db);
    }

    /** The same for who asks of a few premises only: whether OMS lists any is enough to know then. */
    static Touched premisesOf(String outage, JdbcClient db) {
        var place = place(outage, db);
        return by(outage, place.transformer(), place.feeder(), 0, db);
    }

    private static Place place(String outage, JdbcClient db) {
        return db.sql("select transformer, feeder from oans where outage = :outage")
                .param("outage", outage)
                .query((row, n) -> new Place(row.getString("transformer"), row.getString("feeder")))
                .optional()
                .orElse(new Place(null, null));
    }

    /** By OMS's list, else the transformer, else the feeder, where they are not null. */
    static Touched by(String outage, String transformer, String feeder, JdbcClient db) {
        return by(outage, transformer, feeder, MANY, db);
    }

    private static Touched by(String outage, String transformer, String feeder, int many, JdbcClient db) {
        var listed = listed(outage, many + 1, db);
        if (listed > 0) {
            return new Touched(listed > many ? asked(LISTED) : SOUGHT_OUT, LISTED, Map.of("outage", outage));
        }
        if (transformer != null) {
            return new Touched(AT_TRANSFORMER, OF_TRANSFORMER, Map.of("place", transformer));
        }
        return feeder == null
                ? new Touched(asked(NOWHERE), NOWHERE, Map.of())
                : new Touched(ON_FEEDER, OF_FEEDER, Map.of("place", feeder));
    }

    /** From the premises, in the order of their accounts. */
    private static String asked(String premise) {
        return "select p.account from premises p where p.account > :after and " + premise
                + " group by p.account order by p.account";
    }

    /** How many premises and meters OMS lists; more than so many is enough to know. */
    private static long listed(String outage, int most, JdbcClient db) {
        return db.sql(
                        """
                        select count(*) from (
                          select l.premise from outage_premises l where l.outage = :outage
                          union all
                          select l.meter from outage_meters l where l.outage = :outage
                          fetch first :most rows only) s
                        """)
                .param("outage", outage)
                .param("most", most)
                .query(Long.class)
                .single();
    }
}
