package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static store.JourneysGiven.release;
import static store.JourneysGiven.request;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.Alarm;
import outage.FieldReport;
import outage.JobStatus;
import outage.OmsAnswer.Result;
import outage.Outcome.State;

/** One report's whole way, found from the report alone. */
class ReportJourneysTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void aReportIsFollowedFromItsSendersTextToEachNeighboursAnswer(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            given.told("crm", release(tables.take(Given.confirmed("A"))));
            var asked = request(
                    tables.take(JourneysGiven.from(Given.report("r1", "A", JobStatus.EN_ROUTE), "{ \"id\": \"r1\" }")));
            given.asked(asked);
            tables.now = Tables.T0.plusSeconds(1);
            var released = release(tables.take(Given.answer("A", asked.id(), Result.PARTIAL, "feeder is unknown")));
            given.told("crm", released);
            given.deliver(new Parcel("wms", "w1", "JobState", "TO-A", "A", released.number(), "{}"));

            var journey = given.reports.find("r1").orElseThrow();

            assertThat(journey.came())
                    .isEqualTo(new ReportJourneys.Came(
                            Tables.T0.plusSeconds(1), "http", FieldReport.Role.CREW, "crew-7", "{ \"id\": \"r1\" }"));
            assertThat(journey.understood().at("/status").asText()).isEqualTo("EN_ROUTE");
            assertThat(journey.understood().has("came")).isFalse();
            assertThat(journey.steps())
                    .extracting(
                            ReportStep::by,
                            ReportStep::state,
                            ReportStep::rule,
                            ReportStep::request,
                            ReportStep::release)
                    .containsExactly(
                            tuple("FieldReport", State.ASKED_OMS, "rules.md §3, OMS first", asked.id(), null),
                            tuple("OmsAnswer", State.CONFIRMED, "rules.md §3, OMS first", asked.id(), 2L));
            assertThat(journey.requests())
                    .containsExactly(new ReportJourneys.Request(
                            asked.id(),
                            "A",
                            Tables.T0,
                            Tables.T0.plusSeconds(1),
                            "answer-" + asked.id(),
                            "PARTIAL",
                            "feeder is unknown"));
            assertThat(journey.deliveries())
                    .extracting(Journeys.Journey::neighbour, Journeys.Journey::number, Journeys.Journey::sent)
                    .containsExactlyInAnyOrder(
                            tuple("oms", 1L, "sent to oms"),
                            tuple("crm", 2L, "sent to crm"),
                            tuple("wms", 2L, "sent to wms"));
            assertThat(journey.deliveries()).allSatisfy(delivery -> {
                assertThat(delivery.answer()).isEqualTo("thanks");
                assertThat(delivery.runs()).extracting(Journeys.Run::code).containsExactly("DELIVERED");
            });
            assertThat(given.reports.find("nobodys")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatOmsRefusedSaysWhyAndWhatWasTakenBack(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            tables.take(Given.confirmed("A"));
            var sent = tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            var alarm = sent.stream()
                    .map(publication -> publication.body())
                    .filter(Alarm.class::isInstance)
                    .map(Alarm.class::cast)
                    .findFirst()
                    .orElseThrow();
            tables.now = Tables.T0.plus(Duration.ofMinutes(3));
            tables.take(alarm.again(true));

            tables.take(Given.answer("A", request(sent).id(), Result.FAILED, "no such crew"));

            assertThat(given.reports.find("r1").orElseThrow().steps())
                    .extracting(ReportStep::by, ReportStep::state, ReportStep::detail, ReportStep::release)
                    .containsExactly(
                            tuple("FieldReport", State.ASKED_OMS, null, null),
                            tuple("Alarm", State.RELEASED_UNCONFIRMED, "OMS has not answered yet", 2L),
                            tuple("OmsAnswer", State.IN_REVIEW, "no such crew", 3L));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whereAReleaseWasSupersededTheOneThatSaidItAllIsShownToo(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            tables.take(Given.confirmed("A"));
            var asked = request(tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)));
            var second = release(tables.take(Given.answer("A", asked.id(), Result.OK)));
            var askedAgain = request(tables.take(Given.report("r2", "A", JobStatus.ON_SITE)));
            var third = release(tables.take(Given.answer("A", askedAgain.id(), Result.OK)));
            given.told("css", third);
            given.deliveries.claim(given.parcel("css", second), "t", false, Duration.ofSeconds(1));

            var journey = given.reports.find("r1").orElseThrow();

            assertThat(journey.deliveries())
                    .filteredOn(delivery -> delivery.neighbour().equals("css"))
                    .extracting(Journeys.Journey::number, Journeys.Journey::state)
                    .containsExactlyInAnyOrder(tuple(2L, DeliveryState.SUPERSEDED), tuple(3L, DeliveryState.DELIVERED));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aReportThatWasHandedOnIsFollowedIntoTheOtherOutage(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            tables.take(Given.confirmed("A"));
            tables.take(Given.confirmed("B"));
            tables.take(Given.merged("A", "B"));
            var handedOn = tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)).stream()
                    .map(publication -> publication.body())
                    .filter(outage.HandedOn.class::isInstance)
                    .map(outage.HandedOn.class::cast)
                    .findFirst()
                    .orElseThrow();

            tables.take(handedOn);

            var journey = given.reports.find("r1").orElseThrow();
            assertThat(journey.outage()).isEqualTo("B");
            assertThat(journey.steps())
                    .extracting(ReportStep::by, ReportStep::outage, ReportStep::state)
                    .containsExactly(
                            tuple("FieldReport", "A", State.HANDED_ON), tuple("HandedOn", "B", State.ASKED_OMS));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aReportKeptBeforeItsStepsWereIsShownAsFarAsItIsKnown(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            tables.take(Given.confirmed("A"));
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            tables.db.sql("update reports set steps = null, came = null").update();

            var journey = given.reports.find("r1").orElseThrow();

            assertThat(journey.state()).isEqualTo(State.ASKED_OMS);
            assertThat(journey.steps()).isEmpty();
            assertThat(journey.deliveries()).isEmpty();
        }
    }
}
