package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lab.Pace;
import lab.PlayedSap;
import lab.PlayedSap.Behaviour;
import lab.Ports;
import lab.Receipt;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.Fact;
import outage.Hold;
import outage.Ids;
import outage.Job;
import outage.JobKind;
import outage.JobStatus;
import outage.Oan;
import outage.OutageFacts;
import outage.OutageState;
import outage.Publication;
import outage.Release;
import store.Database;
import store.Page;
import store.Shadows;

/** WMS's reader against a played SAP over its wire, on a real broker and database (rules.md §3; architecture, flow 4 and 5). */
class WmsDeliveryTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final int port = Ports.free();
    private final PlayedSap sap = new PlayedSap(port, Pace.WALL, null, "OUTAGEHUB:secret");
    private TestBroker broker;
    private HikariDataSource tables;
    private JdbcTemplate db;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        sap.on();
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        db = new JdbcTemplate(tables);
        readers = Readers.wms(broker, tables, clock, port);
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        tables.close();
        broker.close();
        sap.close();
    }

    @Test
    void aTroubleOrderIsANotificationCreatedChangedAndClosed() {
        readers.publish(release("O-1", 1, trouble("TO-1", null)));
        readers.publish(release("O-1", 2, trouble("TO-1", JobStatus.ON_SITE)));
        readers.publish(release("O-1", 3, trouble("TO-1", JobStatus.COMPLETED)));

        eventually().until(() -> delivered() == 3);
        assertThat(effects("O-1")).startsWith("created").endsWith("closed").contains("changed");
        assertThat(sap.notifications()).hasSize(1);
        var notification = sap.notifications().values().iterator().next();
        assertThat(notification.get("PURCH_NO_C")).isEqualTo(Ids.reference("TO-1") + "/3");
        assertThat(notification.get("SYS_STATUS")).contains("NOCO");
        assertThat(sap.orders()).isEmpty();
    }

    @Test
    void aWorkOrderIsAnOrderAndIsConfirmedOnceWhenItIsDone() {
        readers.publish(release("O-1", 1, work("WO-1", null, JobStatus.IN_PROGRESS)));
        readers.publish(release("O-1", 2, work("WO-1", null, JobStatus.COMPLETED)));
        readers.publish(release("O-1", 3, work("WO-1", null, JobStatus.COMPLETED)));

        eventually().until(() -> delivered() == 4);
        assertThat(sap.orders()).hasSize(1);
        assertThat(sap.confirmations()).singleElement().satisfies(confirmed -> assertThat(confirmed.get("ORDERID"))
                .isEqualTo(sap.orders().keySet().iterator().next()));
        assertThat(sap.notifications()).isEmpty();
    }

    @Test
    void whileWmsIsOnHoldReleasesAreNotEvenSplitAndThenAllGoes() {
        var now = clock.instant();
        readers.holds().put(Hold.pause("wms", "transport", now, now.plus(Duration.ofDays(1)), "admin"));
        eventually()
                .until(() -> readers.status("wms").isSuspended()
                        && readers.status("wms-jobs").isSuspended());
        readers.publish(release("O-1", 1, trouble("TO-1", null)));
        await().during(Duration.ofSeconds(2)).until(() -> broker.count("wms") == 1 && broker.count("wms.changes") == 0);
        assertThat(sap.raw().all()).isEmpty();

        readers.holds().end("wms");

        eventually().until(() -> delivered() == 1);
        assertThat(sap.notifications()).hasSize(1);
    }

    @Test
    void inShadowSapIsNotCalledAtAllNotEvenAsked() throws Exception {
        readers.close();
        var shadows = new Shadows(JdbcClient.create(tables), clock);
        shadows.enter("wms");
        readers = Readers.wms(broker, tables, clock, port);

        readers.publish(release("O-1", 1, work("WO-1", null, JobStatus.IN_PROGRESS)));
        readers.publish(release("O-1", 2, work("WO-1", null, JobStatus.COMPLETED)));

        eventually().until(() -> shadows.count("wms", "O-1") == 3);
        assertThat(sap.raw().all()).isEmpty();
        assertThat(shadows.page("wms", "O-1", new Page(0, 10)))
                .anySatisfy(unsent -> assertThat(unsent.sent()).contains("BAPI_ALM_CONF_CREATE"));
    }

    @Test
    void aWorkOrderNamesTheNotificationItCameFrom() {
        readers.publish(
                release("O-1", 1, trouble("TO-1", JobStatus.ASSESSED), work("WO-1", "TO-1", JobStatus.DISPATCHED)));

        eventually().until(() -> delivered() == 2);
        assertThat(sap.orders().values()).singleElement().satisfies(order -> assertThat(order.get("NOTIF_NO"))
                .isEqualTo(sap.notifications().keySet().iterator().next()));
    }

    @Test
    void aWorkOrderThatWasThereBeforeItsNotificationIsLinkedOnceThatHasANumber() {
        readers.publish(release("O-1", 1, work("WO-1", "TO-1", JobStatus.DISPATCHED)));
        eventually().until(() -> delivered() == 1);

        readers.publish(
                release("O-1", 2, trouble("TO-1", JobStatus.ASSESSED), work("WO-1", "TO-1", JobStatus.IN_PROGRESS)));

        eventually().until(() -> delivered() == 3);
        assertThat(sap.orders().values()).singleElement().satisfies(order -> assertThat(order.get("NOTIF_NO"))
                .isEqualTo(sap.notifications().keySet().iterator().next()));
    }

    @Test
    void afterAFailedLogonNoOtherMessageTriesTheSamePassword() throws Exception {
        sap.off();
        try (var changed = new PlayedSap(port, Pace.WALL, null, "OUTAGEHUB:another")) {
            changed.on();
            readers.publish(release("O-1", 1, trouble("TO-1", null)));
            eventually().until(() -> codes().contains("JCO_ERROR_LOGON_FAILURE"));

            readers.publish(release("O-2", 1, trouble("TO-2", null)));
            readers.publish(release("O-3", 1, trouble("TO-3", null)));

            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                            db.queryForObject("select sum(attempts) from deliveries", Integer.class))
                    .isEqualTo(1));
        }
    }

    @Test
    void aReleaseThatComesTwiceHasOneEffect() {
        var release = release("O-1", 1, trouble("TO-1", null));

        readers.publish(release);
        readers.publish(release);
        readers.publish(release("O-2", 1, trouble("TO-2", null)));

        eventually().until(() -> delivered() == 2 && broker.count("wms.changes") == 0);
        assertThat(effects("O-1")).containsExactly("created");
    }

    @Test
    void anOrderThatAUserHasOpenIsBusyAndGoesThroughLaterWhileStrangersPass() {
        readers.publish(release("O-1", 1, trouble("TO-1", null)));
        eventually().until(() -> delivered() == 1);
        var number = sap.notifications().keySet().iterator().next();
        sap.lock(number, "PLANNER");

        readers.publish(release("O-1", 2, trouble("TO-1", JobStatus.ON_SITE)));
        readers.publish(release("O-2", 1, trouble("TO-2", null)));

        eventually().until(() -> effects("O-2").contains("created") && states().contains("DUE"));
        assertThat(codes()).contains("SAP_IM_416");
        sap.unlock(number);
        readers.publish(release("O-1", 3, trouble("TO-1", JobStatus.IN_PROGRESS)));
        eventually().until(() -> effects("O-1").contains("changed"));
        assertThat(states()).contains("SUPERSEDED").doesNotContain("PARKED");
    }

    @Test
    void whatSapRefusesIsRolledBackAndParkedAndTheNextStateHeals() {
        sap.play("O-1", Behaviour.refused("Priority type not allowed"), Behaviour.OK);

        readers.publish(release("O-1", 1, trouble("TO-1", null)));
        eventually().until(() -> states().contains("PARKED"));
        readers.publish(release("O-1", 2, trouble("TO-1", JobStatus.ON_SITE)));

        eventually().until(() -> delivered() == 1);
        assertThat(functions()).contains("BAPI_TRANSACTION_ROLLBACK");
        assertThat(sap.notifications()).hasSize(1);
    }

    @Test
    void whenTheLineBreaksAfterTheCommitSapIsAskedByOurReferenceAndNothingIsMadeTwice() {
        sap.play("O-1", Behaviour.noAnswer().at("BAPI_TRANSACTION_COMMIT"), Behaviour.OK);

        readers.publish(release("O-1", 1, trouble("TO-1", null)));

        eventually().until(() -> delivered() == 1);
        assertThat(functions()).contains("RFC_READ_TABLE");
        assertThat(sap.notifications()).hasSize(1);
        readers.publish(release("O-1", 2, trouble("TO-1", JobStatus.ON_SITE)));
        eventually().until(() -> delivered() == 2);
        assertThat(sap.notifications()).hasSize(1);
    }

    @Test
    void aConfirmationIsNotRepeatedWhenItsCommitWasInDoubt() {
        readers.publish(release("O-1", 1, work("WO-1", null, JobStatus.IN_PROGRESS)));
        eventually().until(() -> delivered() == 1);
        sap.usually(Behaviour.OK);
        sap.play("O-1", Behaviour.noAnswer().at("BAPI_TRANSACTION_COMMIT"), Behaviour.OK);

        readers.publish(release("O-1", 2, work("WO-1", null, JobStatus.COMPLETED)));

        eventually().until(() -> delivered() == 3);
        assertThat(sap.confirmations()).hasSize(1);
    }

    @Test
    void whileSapIsAwayAllWaitsInOrder() {
        sap.off();
        for (var i = 1; i <= 3; i++) {
            readers.publish(release("O-" + i, 1, trouble("TO-" + i, null)));
        }
        eventually().until(() -> codes().contains("JCO_ERROR_COMMUNICATION"));
        assertThat(delivered()).isZero();

        sap.on();

        eventually().until(() -> delivered() == 3);
        assertThat(sap.notifications()).hasSize(3);
        assertThat(states()).doesNotContain("PARKED", "DUE");
    }

    @Test
    void aPasswordThatSapDoesNotTakeIsNotTriedAgainAtOnceAndNothingIsParked() throws Exception {
        sap.off();
        try (var changed = new PlayedSap(port, Pace.WALL, null, "OUTAGEHUB:another")) {
            changed.on();

            readers.publish(release("O-1", 1, trouble("TO-1", null)));

            eventually().until(() -> codes().contains("JCO_ERROR_LOGON_FAILURE"));
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> attempts() == 1);
            assertThat(states()).containsExactly("SENDING");
        }
    }

    private static Job trouble(String id, JobStatus status) {
        return job(id, JobKind.TROUBLE_ORDER, null, status);
    }

    private static Job work(String id, String from, JobStatus status) {
        return job(id, JobKind.WORK_ORDER, from, status);
    }

    private static Job job(String id, JobKind kind, String from, JobStatus status) {
        var fact = status == null ? null : new Fact<>(status, AT, "R-" + id + status);
        return new Job(id, kind, from, "CREW-7", fact, null, null, List.of());
    }

    private static Publication release(String outage, long number, Job... jobs) {
        var facts = new OutageFacts(
                OutageFacts.Kind.UNPLANNED,
                OutageFacts.Level.DISTRIBUTION,
                OutageFacts.Magnitude.NEIGHBORHOOD,
                42,
                "TREE_CONTACT",
                "F-1",
                null,
                "D-1",
                null,
                AT,
                null,
                null,
                null);
        var state = new OutageState(
                facts, OutageState.Lifecycle.CONFIRMED, null, List.of(jobs), null, null, null, List.of());
        var id = Ids.of("cause " + number, "readers", "release", outage);
        var oan = Oan.of(outage, state, "800-555-0199");
        var release = new Release(id, outage, number, AT.plusSeconds(number), "cause", false, true, oan, state);
        return new Publication(Publication.Address.OAN_CHANGES, id, outage, number, null, release);
    }

    private List<String> effects(String outage) {
        return sap.received().of(outage).stream()
                .map(receipt -> receipt.headers().get("effect"))
                .toList();
    }

    private List<String> functions() {
        return sap.raw().all().stream()
                .map(Receipt::headers)
                .map(headers -> headers.get("function"))
                .toList();
    }

    private int delivered() {
        return states().stream().filter("DELIVERED"::equals).toList().size();
    }

    private List<String> states() {
        return db.queryForList("select state from deliveries where neighbour = 'wms'", String.class);
    }

    private List<String> codes() {
        return db.queryForList("select code from delivery_attempts where neighbour = 'wms'", String.class);
    }

    private int attempts() {
        return db.queryForObject("select sum(times) from delivery_attempts", Integer.class);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
