package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A write that H2 has acknowledged survives the end of the process, whenever it comes. */
class KilledProcessTest {

    private static final int ENOUGH = 50;

    @Test
    void whatWasCommittedBeforeTheKillIsThereAfterIt(@TempDir Path folder) throws Exception {
        var url = packedUrl(folder);
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Commits.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        var acknowledged = killAfter(writer);

        assertThat(rows(url)).isGreaterThanOrEqualTo(acknowledged);
    }

    private static int killAfter(Process writer) throws IOException, InterruptedException {
        try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            var last = 0;
            while (last < ENOUGH) {
                last = Integer.parseInt(out.readLine());
            }
            writer.toHandle().destroyForcibly();
            // What it still said before it died counts too.
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                last = Integer.parseInt(line);
            }
            writer.waitFor();
            return last;
        }
    }

    private static int rows(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "hub", "");
                var rows = connection.createStatement().executeQuery("select count(*) from commits")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The very address that the hub is packed with, in a folder of the test's. */
    private static String packedUrl(Path folder) throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("packed", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment
                .getProperty("spring.datasource.url", "")
                .replace(
                        environment.getProperty("hub.data", ""),
                        folder.toAbsolutePath().toString());
    }

    /** Commits row after row and says each number once it is committed; runs until it is killed. */
    static final class Commits {
        private Commits() {}

        public static void main(String[] url) throws SQLException {
            try (var connection = DriverManager.getConnection(url[0], "hub", "")) {
                connection.createStatement().execute("create table commits (id integer primary key)");
                connection.setAutoCommit(false);
                var insert = connection.prepareStatement("insert into commits values (?)");
                for (var i = 1; ; i++) {
                    insert.setInt(1, i);
                    insert.executeUpdate();
                    connection.commit();
                    System.out.println(i);
                }
            }
        }
    }
}
