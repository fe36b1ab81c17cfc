package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.Deployment.Kind;
import store.Deployment.Offer;
import store.Deployment.Version;
import store.Deployments.Change;

class DeploymentsTest {

    @ParameterizedTest
    @EnumSource
    void whatIsTakenIsInForceAndItsVersionsAreCounted(Database database) {
        with(database, deployments -> {
            assertThat(deployments.deploy(offer("one"))).isEqualTo(1);
            assertThat(deployments.deploy(offer("two"))).isEqualTo(2);
            assertThat(deployments.deploy(offer("two")))
                    .as("the very same again")
                    .isEqualTo(2);

            var found = deployments.find(Kind.ROUTE, "xyz").orElseThrow();
            assertThat(found.version()).isEqualTo(2);
            assertThat(found.by()).isEqualTo("jane");
            assertThat(found.since()).isNotNull();
            assertThat(deployments.versions(Kind.ROUTE, "xyz"))
                    .extracting(Version::version)
                    .containsExactly(2, 1);
            assertThat(deployments.versions(Kind.ROUTE, "xyz").get(0).files()).containsExactly("xyz.yaml");
            assertThat(deployments.files(Kind.ROUTE, "xyz", 1)).contains(Map.of("xyz.yaml", "one"));
            assertThat(deployments.all()).containsExactly(found);
        });
    }

    @ParameterizedTest
    @EnumSource
    void tenVersionsAreKeptAndTheOneInForceBesides(Database database) {
        with(database, deployments -> {
            IntStream.rangeClosed(1, 12).forEach(number -> deployments.deploy(offer("text " + number)));
            assertThat(deployments.versions(Kind.ROUTE, "xyz"))
                    .extracting(Version::version)
                    .containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3);

            assertThat(deployments.rollback(Kind.ROUTE, "xyz", 3, "admin")).isEqualTo(Change.DONE);
            assertThat(deployments.rollback(Kind.ROUTE, "xyz", 2, "admin")).isEqualTo(Change.NO_SUCH_VERSION);
            assertThat(deployments.rollback(Kind.ROUTE, "xyz", 13, "admin")).isEqualTo(Change.NO_SUCH_VERSION);
            assertThat(deployments.rollback(Kind.MAPPING, "xyz", 3, "admin")).isEqualTo(Change.UNKNOWN);
            assertThat(deployments.find(Kind.ROUTE, "xyz").orElseThrow().version())
                    .isEqualTo(3);
            assertThat(deployments.deploy(offer("after the rollback"))).isEqualTo(13);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedIsSaidAndWhatIsInForceStays(Database database) {
        with(database, deployments -> {
            deployments.deploy(offer("good"));
            deployments.refuse(offer("bad"), "NOT_YAML", "it is none");

            var found = deployments.find(Kind.ROUTE, "xyz").orElseThrow();
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.refused().code()).isEqualTo("NOT_YAML");
            assertThat(found.refused().source()).isEqualTo("/folder/xyz.yaml");
            assertThat(deployments.knows(offer("bad"))).isFalse();
            assertThat(deployments.knows(offer("good"))).isTrue();
            assertThat(deployments.isInForce(offer("good"))).isTrue();
            assertThat(deployments.knows(offer("other"))).isFalse();

            deployments.deploy(offer("mended"));
            assertThat(deployments.find(Kind.ROUTE, "xyz").orElseThrow().refused())
                    .isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRemovedIsOutOfForceAndCanBeTakenBack(Database database) {
        with(database, deployments -> {
            deployments.deploy(offer("one"));

            assertThat(deployments.remove(Kind.ROUTE, "xyz", "admin")).isEqualTo(Change.DONE);
            assertThat(deployments.remove(Kind.ROUTE, "abc", "admin")).isEqualTo(Change.UNKNOWN);

            assertThat(deployments.find(Kind.ROUTE, "xyz").orElseThrow().version())
                    .isNull();
            assertThat(deployments.rollback(Kind.ROUTE, "xyz", 1, "admin")).isEqualTo(Change.DONE);
            assertThat(deployments.find(Kind.ROUTE, "xyz").orElseThrow().version())
                    .isEqualTo(1);
        });
    }

    private static Offer offer(String text) {
        return new Offer(Kind.ROUTE, "xyz", Map.of("xyz.yaml", text), "/folder/xyz.yaml", "hub-1", "jane");
    }

    private interface Test {
        void of(Deployments deployments);
    }

    private static void with(Database database, Test test) {
        try (HikariDataSource tables = database.fresh()) {
            test.of(new Deployments(
                    JdbcClient.create(tables),
                    new TransactionTemplate(new JdbcTransactionManager(tables)),
                    new HubClock()));
        }
    }
}
