package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Held;
import outage.Ids;
import outage.Listing;
import outage.OmsEvent;

/** What the hub holds of outages and jobs for a back office, on H2 and PostgreSQL. */
class HoldingsTest {

    private static final Listing NOTHING = new Listing(Tables.T0, List.of());

    private Tables tables;
    private Holdings holdings;
    private Deliveries deliveries;

    private void open(Database database) {
        tables = new Tables(database);
        holdings = new Holdings(tables.db);
        deliveries = new Deliveries(
                tables.db,
                new TransactionTemplate(new DataSourceTransactionManager(tables.source)),
                tables.clock,
                new DeadLetters(tables.db),
                "hub-1");
        tables.take(Given.confirmed("O-1"));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void anOutageIsJudgedOnceItsNewestReleaseHasBeenThereForLongEnough(Database database) {
        open(database);
        assertThat(crm(later(600))).singleElement().satisfies(held -> assertThat(held.settled())
                .isFalse());
        deliver("crm", "O-1", 1);

        assertThat(crm(tables.now)).singleElement().satisfies(held -> assertThat(held.settled())
                .isFalse());
        assertThat(crm(later(1))).containsExactly(new Held("O-1", "O-1", "O-1", 1L, "CONFIRMED", null, true, true));
        tables.now = later(60);
        tables.take(Given.dispatched("EV-2", "O-1", "TO-1"));
        assertThat(crm(later(60))).singleElement().satisfies(held -> assertThat(held.settled())
                .isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void whatTheReaderNeverGotIsJudgedWhenNothingWaitsForIt(Database database) {
        open(database);

        assertThat(holdings.releases("crm", later(600), true, NOTHING))
                .singleElement()
                .satisfies(held -> assertThat(held.settled()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void aClosedOutageIsLookedUpOnlyWhereItIsListed(Database database) {
        open(database);
        tables.take(Given.event("EV-9", "O-1", OmsEvent.Type.CANCELLED, null));
        var listed = new Listing(Tables.T0, List.of(new Listing.Entry("o-1", "o-1", 1L, "CONFIRMED", null, true)));

        assertThat(crm(later(600))).isEmpty();
        assertThat(holdings.releases("crm", later(600), true, listed))
                .singleElement()
                .satisfies(held -> assertThat(held.open()).isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void wmsHoldsJobsByOurReference(Database database) {
        open(database);
        tables.take(Given.dispatched("EV-2", "O-1", "TO-1"));

        var jobs = holdings.jobs(later(600), true, NOTHING);

        assertThat(jobs).containsExactly(new Held("TO-1", Ids.reference("TO-1"), "O-1", null, null, null, true, true));
    }

    private List<Held> crm(Instant before) {
        return holdings.releases("crm", before, false, NOTHING);
    }

    private Instant later(long seconds) {
        return tables.now.plusSeconds(seconds);
    }

    private void deliver(String neighbour, String outage, long number) {
        var parcel = new Parcel(neighbour, "m" + number, "Release", outage, outage, number, "{}");
        deliveries.claim(parcel, "t", false, Duration.ofSeconds(10));
        deliveries.delivered(parcel, "t", "d", "{}", null);
    }
}
