package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.Ack;
import outage.JobStatus;
import outage.Publication;

/** Many hands at once: what races must end as if it had come one by one. */
class OutagesAtOnceTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void theSameReportAHundredTimesAtOnceIsDecidedOnce(Database database) throws Exception {
        try (var tables = new Tables(database)) {
            Callable<List<Publication>> send = () -> tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

            var sent = atOnce(IntStream.range(0, 100).mapToObj(i -> send).toList());

            assertThat(new HashSet<>(sent)).hasSize(1);
            assertThat(tables.count("decisions")).isEqualTo(1);
            assertThat(tables.count("oms_requests")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void reportsOfOneOutageFormALineAndNoneIsLost(Database database) throws Exception {
        try (var tables = new Tables(database)) {
            var sends = new ArrayList<Callable<List<Publication>>>();
            for (var i = 0; i < 200; i++) {
                var report = Given.report("r" + i, "A" + i % 10, JobStatus.EN_ROUTE, null, Tables.T0.plusSeconds(i));
                sends.add(() -> tables.take(report));
            }

            atOnce(sends);

            assertThat(tables.count("reports")).isEqualTo(200);
            for (var i = 0; i < 10; i++) {
                var seqs = tables.db
                        .sql("select seq from history where outage = :outage order by seq")
                        .param("outage", "A" + i)
                        .query(Long.class)
                        .list();
                assertThat(seqs)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, tables.histories.count("A" + i))
                                .boxed()
                                .toList());
                tables.take(Given.confirmed("A" + i));
            }
            assertThat(tables.db
                            .sql("select count(*) from reports where state in ('ASKED_OMS', 'KEPT')")
                            .query(Long.class)
                            .single())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anIdUsedForTwoOutagesAtOnceIsDecidedForOneAndRefusedForTheOther(Database database) throws Exception {
        try (var tables = new Tables(database)) {
            for (var i = 0; i < 20; i++) {
                var id = "r" + i;
                Callable<List<Publication>> one = () -> tables.take(Given.report(id, "A", JobStatus.EN_ROUTE));
                Callable<List<Publication>> two = () -> tables.take(Given.report(id, "B", JobStatus.EN_ROUTE));

                var sent = atOnce(List.of(one, two));

                assertThat(sent)
                        .filteredOn(publications -> publications.stream()
                                .anyMatch(p -> p.body() instanceof Ack ack && ack.code() == Ack.Code.ID_REUSED))
                        .hasSize(1);
            }
            assertThat(tables.count("reports")).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void ofTwoMergesThatCrossOneIsRefused(Database database) throws Exception {
        try (var tables = new Tables(database)) {
            for (var i = 0; i < 3; i++) {
                var one = "A" + i;
                var two = "B" + i;
                tables.take(Given.confirmed(one));
                tables.take(Given.confirmed(two));

                atOnce(List.of(() -> tables.take(Given.merged(one, two)), () -> tables.take(Given.merged(two, one))));

                assertThat(tables.db
                                .sql("select count(*) from outages where outage in (:both) and merged_into is not null")
                                .param("both", List.of(one, two))
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
            }
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(Math.min(16, tasks.size()));
        try {
            var ready = new CountDownLatch(Math.min(16, tasks.size()));
            var results = new ArrayList<Future<T>>();
            for (var task : tasks) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.call();
                }));
            }
            var values = new ArrayList<T>();
            for (var result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
