package routes.backoffice;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.Ports;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import store.Database;

/** CSS's reader where CSS takes files: in a folder, and by SFTP from a real server. */
class CssFilesTest {

    @TempDir
    Path folder;

    private TestBroker broker;
    private HikariDataSource tables;
    private Records records;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder.resolve("broker"), -1);
        tables = Database.H2.fresh();
        records = new Records(tables);
        var db = new JdbcTemplate(tables);
        db.update("insert into transformers (transformer, feeder) values ('T-1', 'F-1')");
        db.update("insert into premises (premise, account, transformer) values ('P-1', 'C-1', 'T-1')");
    }

    private void start(String endpoint, String charset) throws Exception {
        readers = Readers.css(broker, tables, new TestClock(), endpoint, charset);
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        tables.close();
        broker.close();
    }

    @Test
    void aFileIsWrittenUnderATemporaryNameAndEndsWithATrailerOfCounts() throws Exception {
        var out = Files.createDirectories(folder.resolve("out"));
        try (var watch = out.getFileSystem().newWatchService()) {
            out.register(watch, ENTRY_CREATE, ENTRY_MODIFY);
            start("file:" + out + "?tempPrefix=.writing-", "UTF-8");

            readers.publish(Samples.release("O-1", 1));

            eventually().until(() -> broker.count("css") == 0);
            var file = only(out);
            var all = CssRecord.of(Files.readString(file));
            assertThat(all).extracting(CssRecord::type).containsExactly("H", "A", "Z");
            assertThat(all.get(2).counts()).containsExactly(1, 0, 1, 3);
            assertThat(file).hasFileName("css-" + all.get(0).id() + ".dat");
            var events = events(watch);
            assertThat(events.get(0)).startsWith("ENTRY_CREATE .writing-");
            assertThat(events)
                    .filteredOn(event -> event.contains(" css-"))
                    .containsExactly("ENTRY_CREATE " + file.getFileName());
        }
    }

    @Test
    void aRepeatOverwritesItsOwnFileAndNoOther() throws Exception {
        var out = folder.resolve("out");
        start("file:" + out + "?tempPrefix=.writing-", "Cp037");
        var release = Samples.release("O-1", 1);
        readers.publish(release);
        readers.publish(Samples.release("O-2", 1));
        eventually().until(() -> broker.count("css") == 0);
        var before = list(out);
        // As if the hub had been killed between the writing and its record.
        new JdbcTemplate(tables).update("update deliveries set state = 'SENDING' where message = ?", release.id());

        readers.publish(release);

        eventually().until(() -> records.attempts("css", release) == 2 && broker.count("css") == 0);
        assertThat(list(out)).hasSize(2).isEqualTo(before);
        assertThat(list(out)).allSatisfy(file -> assertThat(Files.size(file)).isEqualTo(3 * CssRecord.LENGTH));
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedUntilItCanAndOrderHolds() throws Exception {
        var out = Files.writeString(folder.resolve("out"), "a file where the folder should be");
        start("file:" + out + "?tempPrefix=.writing-", "UTF-8");
        var first = Samples.release("O-1", 1);
        readers.publish(first);
        readers.publish(Samples.release("O-1", 2));
        eventually().until(() -> records.attempts("css", first) >= 2);

        Files.delete(out);

        eventually().until(() -> broker.count("css") == 0);
        assertThat(list(out)).hasSize(2);
        assertThat(records.runs("css", first)).containsExactly("NOT_WRITTEN", "DELIVERED");
        assertThat(records.deadLetters()).isEmpty();
    }

    @Test
    void whileTheSftpServerIsAwayFilesWaitAndGoInOrderWhenItIsBack() throws Exception {
        try (var site = new SftpSite(folder, Ports.free())) {
            site.on();
            start(site.endpoint(known(site)), "Cp037");
            readers.publish(Samples.release("O-1", 1));
            eventually().until(() -> broker.count("css") == 0);
            site.off();
            var waiting = IntStream.rangeClosed(2, 4)
                    .mapToObj(number -> Samples.release("O-1", number))
                    .toList();
            waiting.forEach(readers::publish);
            eventually().until(() -> records.attempts("css", waiting.get(0)) >= 2);

            site.on();

            eventually().until(() -> broker.count("css") == 0);
            assertThat(site.files()).hasSize(4).allSatisfy(file -> assertThat(
                            Files.readString(file, Charset.forName("Cp037")))
                    .hasSize(3 * CssRecord.LENGTH));
            assertThat(site.renamed()).containsExactlyElementsOf(renames(site));
            assertThat(records.runs("css", waiting.get(0))).containsExactly("NO_CONNECTION", "DELIVERED");
        }
    }

    @Test
    void aServerWithAnotherHostKeyGetsNothing() throws Exception {
        try (var site = new SftpSite(folder, Ports.free())) {
            site.on();
            var right = site.knownHost();
            var known = Files.writeString(folder.resolve("known_hosts"), other(right));
            start(site.endpoint(known), "Cp037");
            var release = Samples.release("O-1", 1);
            readers.publish(release);
            eventually().until(() -> records.attempts("css", release) >= 2);
            assertThat(site.files()).isEmpty();

            Files.writeString(known, right);

            eventually().until(() -> broker.count("css") == 0);
            assertThat(site.files()).hasSize(1);
            assertThat(records.runs("css", release)).containsExactly("NO_CONNECTION", "DELIVERED");
        }
    }

    /** The same host with a key that another server made. */
    private String other(String line) throws IOException {
        var stranger = new SftpSite(Files.createDirectories(folder.resolve("stranger")), 1);
        return line.substring(0, line.indexOf(' ')) + stranger.knownHost().substring("[127.0.0.1]:1".length());
    }

    /** Written in order of their release, each under another name first. */
    private static List<String> renames(SftpSite site) {
        return site.files().stream()
                .sorted((one, two) -> Long.compare(release(one), release(two)))
                .map(file -> ".writing-" + file.getFileName() + " -> " + file.getFileName())
                .toList();
    }

    private static long release(Path file) {
        try {
            return new CssRecord(Files.readString(file, Charset.forName("Cp037"))).release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path known(SftpSite site) throws IOException {
        return Files.writeString(folder.resolve("known_hosts"), site.knownHost());
    }

    private static Path only(Path out) throws IOException {
        assertThat(list(out)).hasSize(1);
        return list(out).get(0);
    }

    private static List<Path> list(Path out) throws IOException {
        try (var files = Files.list(out)) {
            return files.sorted().toList();
        }
    }

    private static List<String> events(WatchService watch) {
        var events = new ArrayList<String>();
        for (var key = watch.poll(); key != null; key = watch.poll()) {
            key.pollEvents().forEach(event -> events.add(event.kind() + " " + event.context()));
            key.reset();
        }
        return events;
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
