package routes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.broker.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import store.Database;
import store.DropFiles;
import store.Tables;

/** The door for files: what goes on, what is refused, and that neither a crash nor a bad file costs anybody a report. */
class DropRouteTest {

    private static final String HEADER = "id,outage,job,jobKind,deviceTime,status,notes\n";
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private static Path temporary;

    private static int count;

    private final Tables tables = new Tables(Database.H2);
    private final AtomicLong waiting = new AtomicLong();
    private Path folder;
    private TestBroker broker;
    private ActiveMQConnectionFactory connections;

    @BeforeEach
    void start() throws Exception {
        count++;
        folder = Files.createDirectories(temporary.resolve("drop" + count));
        broker = TestBroker.in(temporary.resolve("broker" + count));
        var access = broker.access();
        connections = new ActiveMQConnectionFactory(access.url(), access.user(), access.password());
    }

    @AfterEach
    void stop() {
        connections.close();
        broker.close();
        tables.close();
    }

    private DropFiles places() {
        return new DropFiles(tables.db, tables.clock);
    }

    private Drop drop() throws Exception {
        return drop(places(), LONG);
    }

    private Drop drop(DropFiles places, Duration maxWriting) throws Exception {
        return new Drop(folder, connections, tables, places, waiting::get, maxWriting);
    }

    private static String line(int number) {
        return "R-%d,OUT-%d,TO-1,TROUBLE_ORDER,2026-01-23T07:58:00Z,ON_SITE,\n".formatted(number, number % 7);
    }

    /** Every hundredth line is bad where some are to be bad. */
    private static byte[] lines(int from, int to, boolean someBad) {
        return (HEADER
                        + IntStream.range(from, to)
                                .mapToObj(
                                        i -> someBad && i % 100 == 50 ? line(i).replace("ON_SITE", "ASLEEP") : line(i))
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "R-" + i).toList();
    }

    private void put(String name, byte[] content) {
        Drop.put(folder, name, content);
    }

    private long letters(String code) {
        return tables.db
                .sql("select count(*) from dead_letters where place = 'cms.files' and code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xml", "CSV"})
    void aFileGoesOnInItsOrderAndThenLiesInDone(String form) throws Exception {
        var report =
                "{\"id\":\"R-%d\",\"outage\":\"O\",\"job\":{\"id\":\"T\",\"kind\":\"WORK_ORDER\"},\"deviceTime\":\"2026-01-23T07:58:00Z\",\"notes\":\"n\"}";
        var content =
                switch (form) {
                    case "json" ->
                        IntStream.range(0, 25)
                                .mapToObj(report::formatted)
                                .collect(Collectors.joining(",\n", "[", "]"))
                                .getBytes(StandardCharsets.UTF_8);
                    case "xml" ->
                        ReportMessages.of(ids(0, 25).toArray(String[]::new)).getBytes(StandardCharsets.UTF_8);
                    default -> lines(0, 25, false);
                };
        put("reports." + form, content);

        try (var drop = drop()) {
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));

            assertThat(drop.in("done").get(0)).endsWith("-reports." + form);
            assertThat(drop.in("in")).isEmpty();
            assertThat(drop.in("refused")).isEmpty();
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 25));
        assertThat(tables.count("dead_letters")).isZero();
    }

    @Test
    void theGoodLinesGoOnAndTheBadOnesAreNamed() throws Exception {
        put("mixed.csv", lines(0, 120, true));

        try (var drop = drop()) {
            await().untilAsserted(() -> assertThat(drop.in("refused")).hasSize(2));

            assertThat(drop.faults().lines())
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("line 52 (R-50): NOT_ALLOWED at status: "),
                            last -> assertThat(last).isEqualTo("1 of 120 reports were refused; the others went on."));
            assertThat(drop.in("in")).isEmpty();
            assertThat(drop.in("done")).isEmpty();
        }
        assertThat(Drop.drain(connections)).hasSize(119).doesNotContain("R-50");
        assertThat(letters("NOT_ALLOWED")).isOne();
    }

    @Test
    void ofManyBadLinesTheFirstLieWithTheDeadLettersAndAllInTheFaultsFile() throws Exception {
        put("bad.csv", (HEADER + "a,b\n".repeat(250)).getBytes(StandardCharsets.UTF_8));

        try (var drop = drop()) {
            await().untilAsserted(() -> assertThat(drop.in("refused")).hasSize(2));

            assertThat(drop.faults().lines()).hasSize(251);
        }
        assertThat(letters("COLUMN_COUNT")).isEqualTo(100);
        assertThat(letters("MORE_FAULTS")).isOne();
    }

    @Test
    void aHubThatStopsInTheMiddleGoesOnFromThereAndRepeatsNobody() throws Exception {
        put("long.csv", lines(0, 300, true));
        var asked = new AtomicInteger();
        try (var first = new Drop(
                folder,
                connections,
                tables,
                places(),
                () -> asked.incrementAndGet() > 12 ? Drop.FILE_BACKLOG : 0,
                LONG)) {
            await().until(() -> asked.get() > 13);
            assertThat(first.in("in")).containsExactly("long.csv");
        }
        assertThat(Drop.drain(connections)).hasSize(119);

        try (var second = drop()) {
            await().untilAsserted(() -> assertThat(second.in("refused")).hasSize(2));

            assertThat(second.faults().lines()).hasSize(4);
        }
        assertThat(Drop.drain(connections))
                .hasSize(178)
                .startsWith("R-120")
                .endsWith("R-299")
                .doesNotHaveDuplicates();
    }

    /** What a crash between the broker's yes and the database's leaves behind. */
    @Test
    void aBatchWhosePlaceWasNotKeptComesAgainUnderTheSameIdsAndItsFaultsAreNamedOnce() throws Exception {
        put("long.csv", lines(0, 100, true));
        var kept = new AtomicInteger();
        var forgetful = new DropFiles(tables.db, tables.clock) {
            @Override
            public void keep(Place place) {
                if (kept.incrementAndGet() == 6) {
                    throw new IllegalStateException("as if the hub had died here");
                }
                super.keep(place);
            }
        };

        try (var drop = drop(forgetful, LONG)) {
            await().untilAsserted(() -> assertThat(drop.in("refused")).hasSize(2));

            assertThat(drop.faults().lines()).hasSize(2);
        }
        var sent = Drop.drain(connections);
        assertThat(sent).hasSize(99 + 9);
        assertThat(sent).containsAll(ids(51, 60)).doesNotContain("R-50");
        assertThat(sent.stream().distinct()).hasSize(99);
        assertThat(letters("NOT_ALLOWED")).isOne();
    }

    @Test
    void whileTheDatabaseIsAwayTheFileWaitsAndNothingIsSentTwice() throws Exception {
        put("long.csv", lines(0, 50, false));
        var tries = new AtomicInteger();
        var away = new DropFiles(tables.db, tables.clock) {
            @Override
            public void keep(Place place) {
                if (place.reports() == 20 && tries.incrementAndGet() < 4) {
                    throw new DataAccessResourceFailureException("away");
                }
                super.keep(place);
            }
        };

        try (var drop = drop(away, LONG)) {
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));
        }

        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 50));
    }

    @Test
    void aFileWaitsWhileTooMuchWaitsOrTheDoorsAreClosed() throws Exception {
        waiting.set(Drop.FILE_BACKLOG);
        try (var drop = drop()) {
            drop.gate.look(100_000, 10);
            put("patient.csv", lines(0, 5, false));
            assertThat(Drop.drain(connections)).isEmpty();
            waiting.set(0);
            assertThat(Drop.drain(connections)).as("the doors are closed").isEmpty();

            drop.gate.look(0, 10);

            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 5));
    }

    @Test
    void whatIsAddedToAFileWhileItIsReadIsNotLost() throws Exception {
        waiting.set(Drop.FILE_BACKLOG);
        put("grows.csv", lines(0, 5, false));
        try (var drop = drop()) {
            await().until(() -> tables.count("drop_files") == 1);
            Files.writeString(folder.resolve("in/grows.csv"), line(5), StandardOpenOption.APPEND);

            waiting.set(0);

            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));
        }
        assertThat(Drop.drain(connections)).containsAll(ids(0, 6));
    }

    @Test
    void aFileThatIsWrittenWithoutEndBlocksNobodyAndIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        var endless = folder.resolve("in/endless.csv");
        var writing = new AtomicBoolean(true);
        var writer = new Thread(() -> write(endless, writing));
        writer.start();
        try (var drop = drop(places(), Duration.ofSeconds(4))) {
            await().until(() -> Files.exists(endless));
            put("other.csv", lines(0, 5, false));

            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));
            assertThat(drop.in("refused")).isEmpty();
            await().untilAsserted(() -> assertThat(drop.in("refused")).hasSize(2));

            assertThat(drop.faults()).startsWith("line 1: NEVER_ENDS");
        } finally {
            writing.set(false);
            writer.join();
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 5));
        assertThat(letters("NEVER_ENDS")).isOne();
    }

    /** As a sender that keeps the file open does: renaming it does not stop it. */
    private static void write(Path file, AtomicBoolean writing) {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (var i = 1000; writing.get(); i++) {
                out.write(line(i));
                out.flush();
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void linksAndNamesThatLeaveTheFolderAreNeverOpened() throws Exception {
        var in = Files.createDirectories(folder.resolve("in/sub")).getParent();
        Files.write(folder.resolve("outside.csv"), lines(900, 905, false));
        Files.write(in.resolve("sub/below.csv"), lines(800, 805, false));
        Files.createSymbolicLink(in.resolve("link.csv"), folder.resolve("outside.csv"));
        Files.createSymbolicLink(in.resolve("folder.csv"), folder);
        Files.createSymbolicLink(in.resolve("nowhere.csv"), folder.resolve("nowhere"));
        Files.write(in.resolve("a\\..\\..\\outside.csv"), lines(700, 705, false));

        try (var drop = drop()) {
            put("good.csv", lines(0, 5, false));
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));
            await().untilAsserted(() -> assertThat(letters("NO_PLAIN_FILE")).isEqualTo(3));

            assertThat(drop.in("in"))
                    .containsExactlyInAnyOrder("link.csv", "folder.csv", "nowhere.csv", "a\\..\\..\\outside.csv");
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 5));
        assertThat(folder.resolve("outside.csv")).exists();
        assertThat(in.resolve("sub/below.csv")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${bean:dropFolder?method=x}.csv",
                "a b;$(touch x)'\".csv",
                "a..csv",
                "señal\u0007\n.csv",
                "-rf.csv",
                "CamelFileName=..%2f.csv"
            })
    void anOddNameDoesNoHarmAndIsReplaced(String name) throws Exception {
        put(name, lines(0, 3, false));

        try (var drop = drop()) {
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));

            assertThat(drop.in("done").get(0)).matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}-[A-Za-z0-9._-]+\\.csv");
            assertThat(drop.in("in")).isEmpty();
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 3));
    }

    @Test
    void aNameThatComesAgainWithOtherContentIsAnotherFile() throws Exception {
        try (var drop = drop()) {
            put("daily.csv", lines(0, 3, false));
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));

            put("daily.csv", lines(3, 8, false));

            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(2));
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 8));
    }

    /** As the packed setting is. */
    @Test
    void aFolderMayBeNamedFromWhereTheHubStarts() throws Exception {
        var here = Files.createTempDirectory(Files.createDirectories(Path.of("target", "drops")), "cms");
        folder = Path.of("./" + here);
        put("here.csv", lines(0, 12, true));
        put("bad.csv", lines(50, 51, true));

        try (var drop = drop()) {
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));
            await().untilAsserted(() -> assertThat(drop.in("refused")).hasSize(2));
        }

        assertThat(Drop.drain(connections)).isEqualTo(ids(0, 12));
    }

    @Test
    void whatIsNoReportFileIsLeftAlone() throws Exception {
        put("readme.txt", "hello".getBytes(StandardCharsets.UTF_8));
        put("reports.csv.part", lines(0, 3, false));
        put(".hidden.csv", lines(0, 3, false));

        try (var drop = drop()) {
            put("good.csv", lines(3, 5, false));
            await().untilAsserted(() -> assertThat(drop.in("done")).hasSize(1));

            assertThat(drop.in("in")).containsExactly(".hidden.csv", "readme.txt", "reports.csv.part");
        }
        assertThat(Drop.drain(connections)).isEqualTo(ids(3, 5));
    }
}
