package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The page that shows what was measured: its tables come from the run, none from a keyboard. */
final class Page {

    private static final String BEGIN = "<!-- measured -->\n";
    private static final String END = "<!-- end of measured -->\n";

    private final Path page;

    Page(Path page) {
        this.page = page;
    }

    /** Puts the tables that lie in the folder between the page's marks. */
    void fill(Path folder, List<String> names) throws IOException {
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN) + BEGIN.length();
        var tables = new StringBuilder("\n" + machine() + "\n\n");
        for (var name : names) {
            var table = folder.resolve(name + ".md");
            if (Files.exists(table)) {
                tables.append(Files.readString(table));
            }
        }
        Files.writeString(page, text.substring(0, begin) + tables + text.substring(text.indexOf(END)));
    }

    private static String machine() {
        return "Measured on %s: %d cores, %s, Java %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        Runtime.version());
    }
}
