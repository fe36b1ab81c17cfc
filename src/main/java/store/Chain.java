package store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outages that go on in another (rules.md §2, merge): what was told of them counts there. */
final class Chain {

    private final JdbcClient db;

    Chain(JdbcClient db) {
        this.db = db;
    }

    /** The outage, and all that go on in it; merges close no circle. */
    List<String> of(String outage) {
        var all = new LinkedHashSet<>(List.of(outage));
        var found = List.of(outage);
        while (!found.isEmpty()) {
            found = db
                    .sql("select outage from oans where merged_into in (:outages)")
                    .param("outages", found)
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(all::add)
                    .toList();
        }
        return new ArrayList<>(all);
    }
}
