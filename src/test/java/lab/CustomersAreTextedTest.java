package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From OMS's word to a customer's phone, through the whole hub, and back. */
@LabTest
class CustomersAreTextedTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** Made up: as customers of no extract, so that nobody else of the lab is told. */
    private static final String NUMBER = "+12015550199";

    private static final String ANOTHER = "+12025550199";

    @Autowired
    private LabNeighbours lab;

    @Autowired
    private JdbcTemplate db;

    private final String outage = "OUT-" + UUID.randomUUID();

    @BeforeEach
    void twoCustomersWhoWantTexts() {
        lab.calm();
        customer("1", NUMBER);
        customer("2", ANOTHER);
    }

    @AfterEach
    void nobodyIsLeft() {
        for (var table : List.of("choices", "contacts", "receivers")) {
            db.update("delete from " + table + " where receiver like 'RT-%'");
        }
        db.update("delete from meters where meter like 'MT-%'");
        db.update("delete from premises where account like 'CT-%'");
        db.update("delete from accounts where account like 'CT-%'");
        db.update("delete from addresses where address in (?, ?)", NUMBER, ANOTHER);
        lab.calm();
    }

    private void customer(String name, String number) {
        db.update("insert into accounts (account, name) values (?, 'Sample Customer')", "CT-" + name);
        db.update("insert into premises (premise, account) values (?, ?)", "PT-" + name, "CT-" + name);
        db.update(
                "insert into receivers (receiver, account, role, language, zone) values (?, ?, 'HOLDER', 'en', 'America/Los_Angeles')",
                "RT-" + name,
                "CT-" + name);
        db.update(
                "insert into contacts (receiver, channel, address, opted_in_at, opted_in_how) values (?, 'SMS', ?, timestamp with time zone '2026-01-15 17:00:00Z', 'web')",
                "RT-" + name,
                number);
        db.update(
                "insert into choices (receiver, channel, types, preference) values (?, 'SMS', 'OUTAGE_CONFIRMED POWER_RESTORED', 1)",
                "RT-" + name);
    }

    private void tell(OmsEventText.Type type) {
        lab.oms()
                .tell(
                        type,
                        new OmsFacts(
                                outage,
                                Map.of(
                                        "kind", "UNPLANNED",
                                        "level", "DISTRIBUTION",
                                        "magnitude", "NEIGHBORHOOD",
                                        "cause", "TREE_CONTACT",
                                        "startedAt", lab.clock().now().minus(Duration.ofHours(1)),
                                        "premises", List.of("PT-1", "PT-2", "PT-3"))));
    }

    private List<String> texts(String number) {
        return lab.twilio().received().of(number).stream().map(Receipt::body).toList();
    }

    private List<String> states(String account) {
        return db.queryForList(
                "select type || ' ' || state || coalesce(' ' || reason, '') from notice_deliveries where account = ? and outage = ? order by delivery",
                String.class,
                account,
                outage);
    }

    @Test
    void whoWantsTextsIsToldOnceThatPowerIsOutAndAfterStopNothingMore() {
        tell(OmsEventText.Type.CONFIRMED);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(texts(NUMBER)).hasSize(1);
            assertThat(texts(ANOTHER)).hasSize(1);
        });
        assertThat(texts(NUMBER).get(0)).startsWith("Example Power: ").contains("800-555-0199");

        assertThat(lab.twilio().reply(NUMBER, "555123", "STOP").statusCode()).isEqualTo(200);
        tell(OmsEventText.Type.RESTORATION_VERIFIED);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(texts(ANOTHER)).hasSize(2);
            assertThat(states("CT-1")).contains("POWER_RESTORED SUPPRESSED STOPPED");
        });
        assertThat(texts(NUMBER)).hasSize(1);
    }

    @Test
    void whoHasChosenNothingIsToldOnTheDisplay() {
        db.update("insert into accounts (account, name) values ('CT-3', 'Sample Customer')");
        db.update("insert into premises (premise, account, display) values ('PT-3', 'CT-3', true)");
        db.update("insert into meters (meter, premise) values ('MT-3', 'PT-3')");

        tell(OmsEventText.Type.CONFIRMED);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lab.ihd().received().of(outage)).hasSize(1));
        var shown = lab.ihd().received().of(outage).get(0);
        assertThat(shown.headers()).containsEntry("hubSubject", "MT-3");
        assertThat(Tree.of(shown.body()).path("textMessage").asText()).startsWith("Power out. We know it.");
        assertThat(Tree.of(shown.body()).path("originator").asText()).isEqualTo("Example Power");
        assertThat(texts(NUMBER)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aTextThatDidNotArriveHasFailedAndItsNumberIsBad() {
        lab.twilio().error(NUMBER, 30006);
        tell(OmsEventText.Type.CONFIRMED);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states("CT-1")).containsExactly("OUTAGE_CONFIRMED FAILED FAILED"));
        assertThat(db.queryForList("select bad_why from addresses where address = ?", String.class, NUMBER))
                .containsExactly("TWILIO_30006");
        assertThat(texts(ANOTHER)).hasSize(1);
    }

    @Test
    void whileTwilioIsAwayTextsWaitAndGoOnceItIsBack() {
        lab.twilio().off();
        tell(OmsEventText.Type.CONFIRMED);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states("CT-1")).containsExactly("OUTAGE_CONFIRMED WAITING"));

        lab.twilio().on();

        await().atMost(SOON).untilAsserted(() -> assertThat(texts(NUMBER)).hasSize(1));
        assertThat(texts(ANOTHER)).hasSizeLessThanOrEqualTo(1);
    }
}
