package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.Oan;

/** That both databases find the same; what is to be found, the web room's tests say. */
class OansTest {

    private static final Page FIRST = new Page(0, 10);

    @ParameterizedTest
    @EnumSource(Database.class)
    void releasesAreFoundByCustomerAndDistrictAndStatus(Database database) {
        try (var tables = new Tables(database)) {
            insert(tables, "insert into premises (premise, account, transformer) values ('P-1', 'C-1', 'T-1')");
            insert(tables, "insert into transformers (transformer, feeder) values ('T-1', 'F-12')");
            insert(tables, "insert into feeders (feeder, district) values ('F-12', 'D-3')");
            insert(tables, "insert into phones (phone, account) values ('+12135550101', 'C-1')");
            tables.take(Given.confirmed("A"));
            tables.take(Given.touching("e1", "B", List.of("P-1"), List.of()));
            tables.take(Given.touching("e2", "C", List.of("P-2"), List.of()));

            var byPhone = new OanQuery("C-1", null, "+12135550101", "D-3", Set.of(Oan.Status.CONFIRMED));
            var byPremise = new OanQuery(null, "P-2", null, null, Set.of());
            var all = new OanQuery(null, null, null, null, Set.of());

            assertThat(tables.oans.page(byPhone, FIRST))
                    .extracting(release -> release.outage())
                    .containsExactlyInAnyOrder("A", "B");
            assertThat(tables.oans.page(byPremise, FIRST))
                    .extracting(release -> release.outage())
                    .containsExactly("C");
            assertThat(tables.oans.count(all)).isEqualTo(3);
        }
    }

    /** The same statement again, with nothing changed meanwhile: H2 must not answer for the one who asked before. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void oneCustomerAfterTheOtherIsAnsweredWithTheirOwnOutages(Database database) {
        try (var tables = new Tables(database)) {
            insert(tables, "insert into premises (premise, account) values ('P-1', 'C-1'), ('P-2', 'C-2')");
            tables.take(Given.touching("e1", "A", List.of("P-1"), List.of()));
            tables.take(Given.touching("e2", "B", List.of("P-2"), List.of()));

            var found = Stream.of("C-1", "C-2", "C-3", "C-1")
                    .map(account -> tables.oans.page(new OanQuery(account, null, null, null, Set.of()), FIRST).stream()
                            .map(release -> release.outage())
                            .toList())
                    .toList();

            assertThat(found).containsExactly(List.of("A"), List.of("B"), List.of(), List.of("A"));
        }
    }

    private static void insert(Tables tables, String sql) {
        tables.db.sql(sql).update();
    }
}
