package store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which premises an outage touches (rules.md §4), for SQL that has accounts {@code a} or premises {@code p}: those of OMS's
 * list of premises and meters; only where there is none, those of the transformer, else of the feeder.
 *
 * @param account a condition on {@code a}: one of its premises is touched
 * @param premise a condition on {@code p}: it is touched
 * @param params what both need
 */
record Touched(String account, String premise, Map<String, Object> params) {

    /** Up to so many listed premises are sought out one by one; of more, each account is asked whether it is among them. */
    private static final int MANY = 20_000;

    private static final String LISTED =
            """
            (exists (select 1 from outage_premises l where l.outage = :outage and l.premise = p.premise)
              or exists (select 1 from meters m join outage_meters l on l.meter = m.meter
                where m.premise = p.premise and l.outage = :outage))
            """;
    private static final String HAS_LISTED =
            "exists (select 1 from premises p where p.account = a.account and " + LISTED + ")";
    private static final String AMONG_LISTED =
            """
            a.account in (
              select p.account from outage_premises l join premises p on p.premise = l.premise where l.outage = :outage
              union
              select p.account from outage_meters l join meters m on m.meter = l.meter
                join premises p on p.premise = m.premise where l.outage = :outage)
            """;
    private static final String OF_TRANSFORMER = "p.transformer = :place";
    private static final String OF_FEEDER =
            "p.transformer in (select t.transformer from transformers t where t.feeder = :place)";
    private static final String NOWHERE = "1 = 0";

    /** Where the outage is, as far as the hub knows. */
    private record Place(String transformer, String feeder) {}

    static Touched by(String outage, JdbcClient db) {
        var listed = listed(outage, db);
        if (listed > 0) {
            return new Touched(listed > MANY ? HAS_LISTED : AMONG_LISTED, LISTED, Map.of("outage", outage));
        }
        return db.sql("select transformer, feeder from oans where outage = :outage")
                .param("outage", outage)
                .query((row, n) -> new Place(row.getString("transformer"), row.getString("feeder")))
                .optional()
                .map(Touched::at)
                .orElseGet(() -> new Touched(NOWHERE, NOWHERE, Map.of()));
    }

    private static Touched at(Place place) {
        var params = new HashMap<String, Object>();
        params.put("place", place.transformer() == null ? place.feeder() : place.transformer());
        var premise = place.transformer() == null ? OF_FEEDER : OF_TRANSFORMER;
        return new Touched("a.account in (select p.account from premises p where " + premise + ")", premise, params);
    }

    /** How many premises and meters OMS lists; a few more than many is enough to know. */
    private static long listed(String outage, JdbcClient db) {
        return db.sql(
                        """
                        select count(*) from (
                          select l.premise from outage_premises l where l.outage = :outage
                          union all
                          select l.meter from outage_meters l where l.outage = :outage
                          fetch first :most rows only) s
                        """)
                .param("outage", outage)
                .param("most", MANY + 1)
                .query(Long.class)
                .single();
    }
}
