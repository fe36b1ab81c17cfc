package store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outage.Oan;

/**
 * Which OANs are asked for; what is null is not asked for, and all that is asked for must hold.
 *
 * @param account touches one of this account's premises
 * @param premise touches this premise
 * @param phone touches a premise of an account with this number, in E.164
 * @param district lies in this district
 * @param states has one of these; empty for any
 */
public record OanQuery(String account, String premise, String phone, String district, Set<Oan.Status> states) {

    /**
     * OMS's list of premises or meters says what an outage touches; only where there is none, transformer and feeder. No common
     * table expression: H2 would answer for the parameters of the query before.
     */
    private static final String TOUCHED =
            """
            o.outage in (
              select l.outage from outage_premises l join premises p on p.premise = l.premise where %1$s
              union
              select l.outage from outage_meters l join meters m on m.meter = l.meter
                join premises p on p.premise = m.premise where %1$s
              union
              select g.outage from oans g join premises p on p.transformer = g.transformer
                where %1$s
                and not exists (select 1 from outage_premises l where l.outage = g.outage)
                and not exists (select 1 from outage_meters l where l.outage = g.outage)
              union
              select g.outage from oans g join transformers t on t.feeder = g.feeder
                join premises p on p.transformer = t.transformer
                where %1$s and g.transformer is null
                and not exists (select 1 from outage_premises l where l.outage = g.outage)
                and not exists (select 1 from outage_meters l where l.outage = g.outage)
              %2$s
            )
            """;

    /** A premise that OMS lists counts even where no extract has it. */
    private static final String LISTED = "union select l.outage from outage_premises l where l.premise = :premise";

    private static final String DISTRICT =
            """
            (o.district = :district
              or o.district is null and o.feeder in (select f.feeder from feeders f where f.district = :district))
            """;

    String where() {
        var conditions = new ArrayList<String>();
        if (account != null || premise != null || phone != null) {
            conditions.add(
                    TOUCHED.formatted(String.join(" and ", mine()), account == null && phone == null ? LISTED : ""));
        }
        if (district != null) {
            conditions.add(DISTRICT);
        }
        if (!states.isEmpty()) {
            conditions.add("o.status in (:states)");
        }
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("account", account);
        params.put("premise", premise);
        params.put("phone", phone);
        params.put("district", district);
        params.put("states", states.stream().map(Enum::name).toList());
        return params;
    }

    private List<String> mine() {
        var conditions = new ArrayList<String>();
        if (account != null) {
            conditions.add("p.account = :account");
        }
        if (premise != null) {
            conditions.add("p.premise = :premise");
        }
        if (phone != null) {
            conditions.add("p.account in (select n.account from phones n where n.phone = :phone)");
        }
        return conditions;
    }
}
