package lab;

import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the lab back to its first start: nothing was ever sent, and OMS tells of its sample outages. */
@Component
class LabReset {

    private static final Duration QUIET = Duration.ofSeconds(10);

    /** All that a hub learns while it runs; extracts and logins stay. */
    private static final List<String> TABLES = List.of(
            "outages",
            "decisions",
            "decision_rest",
            "reports",
            "history",
            "oans",
            "outage_premises",
            "outage_meters",
            "oms_requests",
            "review",
            "storms",
            "neighbours_away",
            "deliveries",
            "delivery_attempts",
            "delivery_subjects",
            "dead_letters",
            "wms_objects",
            "drop_files",
            "notice_log",
            "notice_deliveries",
            "notice_plans",
            "notices",
            "neighbour_holds",
            "reconciliations",
            "reconciliation_differences");

    private final LabNeighbours neighbours;
    private final LabClock clock;
    private final CamelContext camel;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    LabReset(
            LabNeighbours neighbours,
            LabClock clock,
            CamelContext camel,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.neighbours = neighbours;
        this.clock = clock;
        this.camel = camel;
        this.db = db;
        this.transaction = transaction;
    }

    /** Lets what is on its way arrive, then forgets everything. */
    synchronized void reset() {
        clock.speed(1);
        neighbours.calm();
        Patience.within(QUIET, neighbours::quiet);
        camel.suspend();
        try {
            transaction.executeWithoutResult(status ->
                    TABLES.forEach(table -> db.sql("delete from " + table).update()));
        } finally {
            camel.resume();
        }
        neighbours.calm();
        neighbours.tellOfTheSamples();
    }
}
