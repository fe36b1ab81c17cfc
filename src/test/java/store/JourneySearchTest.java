package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.JobStatus;
import store.JourneySearch.Found;
import store.JourneySearch.Query;

/** Reports by what an operator is asked about. */
class JourneySearchTest {

    private static final Page FIRST = new Page(0, 50);

    private static void some(Tables tables) {
        tables.take(Given.touching("e1", "A", List.of("P-1"), null));
        tables.take(Given.touching("e2", "B", List.of("P-2"), null));
        tables.take(JourneysGiven.from(Given.report("r1", "A", JobStatus.EN_ROUTE), "<mRID>r1</mRID> 100%"));
        tables.take(JourneysGiven.from(Given.report("r2", "A", JobStatus.ON_SITE), "<mRID>r2</mRID> half_way"));
        tables.take(Given.noted("r3", "B", "Pole DOWN"));
        tables.db
                .sql("insert into premises (premise, account) values ('P-1', 'C-1'), ('P-2', 'C-2')")
                .update();
    }

    private static List<String> found(Tables tables, Query query) {
        var search = new JourneySearch(tables.db);
        var found = search.page(query, FIRST).stream().map(Found::report).toList();
        assertThat(search.count(query)).isEqualTo(found.size());
        return found;
    }

    private static Query about(String outage, String order, String account) {
        return new Query(outage, order, account, null, null);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void reportsAreFoundByOutageOrderAndAccount(Database database) {
        try (var tables = new Tables(database)) {
            some(tables);

            assertThat(found(tables, about("A", null, null))).containsExactly("r1", "r2");
            assertThat(found(tables, about(null, "TO-B", null))).containsExactly("r3");
            assertThat(found(tables, about(null, null, "C-1"))).containsExactly("r1", "r2");
            assertThat(found(tables, about("B", null, "C-1"))).isEmpty();
            assertThat(found(tables, about("unheard-of", null, null))).isEmpty();
            assertThat(new JourneySearch(tables.db).outages(about(null, null, "C-2")))
                    .containsExactly("B");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anOrderIsFoundBySapsNumberToo(Database database) {
        try (var tables = new Tables(database)) {
            some(tables);
            tables.db
                    .sql("insert into wms_objects (job, number, release, changed_at)"
                            + " values ('TO-A', '000010000001', 1, current_timestamp)")
                    .update();
            new JourneysGiven(tables).deliver(new Parcel("wms", "w1", "JobState", "TO-A", "A", 1L, "{}"));

            assertThat(found(tables, about(null, "000010000001", null))).containsExactly("r1", "r2");
            assertThat(new JourneySearch(tables.db).outages(about(null, "000010000001", null)))
                    .containsExactly("A");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anHourHasItsReportsAndNoOthers(Database database) {
        try (var tables = new Tables(database)) {
            some(tables);

            assertThat(found(tables, new Query(null, null, null, Tables.T0, Tables.T0.plusSeconds(1))))
                    .containsExactly("r3");
            assertThat(found(tables, new Query(null, null, null, Tables.T0.plusSeconds(1), Tables.T0.plusSeconds(2))))
                    .containsExactly("r1", "r2");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aTextIsFoundAsItCameAndAsItWasUnderstoodAndIsNoPattern(Database database) {
        try (var tables = new Tables(database)) {
            some(tables);
            var search = new JourneySearch(tables.db);
            var hour = new Query(null, null, null, Tables.T0, Tables.T0.plusSeconds(3600));

            assertThat(reports(search.with("<mrid>R1", hour))).containsExactly("r1");
            assertThat(reports(search.with("pole down", hour))).containsExactly("r3");
            assertThat(reports(search.with("0%", hour))).containsExactly("r1");
            assertThat(reports(search.with("f_w", hour))).containsExactly("r2");
            assertThat(reports(search.with("\\", hour))).isEmpty();
            assertThat(reports(search.with("mrid", about("B", null, null)))).isEmpty();
        }
    }

    private static List<String> reports(List<JourneySearch.Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.found().report()).toList();
    }
}
