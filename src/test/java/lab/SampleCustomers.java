package lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Made-up customers behind a made-up grid, as the extracts that the hub loads: the same seed makes the same files. The
 * feeders FDR-01 to FDR-25 lie in five districts in turn, each feeder has some twenty transformers, each transformer some ten
 * premises. Phone numbers are 555-01xx, which nobody has. Beside them, what some of these customers chose:
 * {@link SamplePreferences}.
 */
public final class SampleCustomers {

    /** As many as the lab has. */
    public static final int COUNT = 5000;

    private static final List<String> DISTRICTS = List.of("NORTH", "SOUTH", "EAST", "WEST", "CENTRAL");
    private static final int FEEDERS = 25;
    private static final int PREMISES_PER_TRANSFORMER = 10;
    private static final int NUMBERS_PER_AREA = 100;

    /** Area codes that exist, so that the numbers pass for numbers. */
    private static final int[] AREAS = {
        201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231,
                234,
        239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303, 304, 305, 307, 308,
                309,
        310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 323, 325, 330
    };

    private final Random random;
    private final int count;

    private SampleCustomers(long seed, int count) {
        this.random = new Random(seed);
        this.count = count;
    }

    /**
     * Writes the six extracts into the folder, which is made, and {@code preferences.csv}.
     *
     * @param count how many accounts, at most 6000
     */
    public static void write(Path folder, long seed, int count) {
        if (count > AREAS.length * NUMBERS_PER_AREA) {
            throw new IllegalArgumentException("no more than " + AREAS.length * NUMBERS_PER_AREA + " phone numbers");
        }
        try {
            Files.createDirectories(folder);
            new SampleCustomers(seed, count).write(folder);
            SamplePreferences.write(folder.resolve("preferences.csv"), seed, count);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample customers cannot be written to " + folder, e);
        }
    }

    private void write(Path folder) throws IOException {
        grid(folder);
        try (var accounts = open(folder, "accounts.csv", "account,name,customer_group,language,zone");
                var premises = open(folder, "premises.csv", "premise,account,transformer,display");
                var meters = open(folder, "meters.csv", "meter,premise");
                var phones = open(folder, "phones.csv", "phone,account")) {
            for (var i = 1; i <= count; i++) {
                line(accounts, "C-%04d,Sample Customer %04d,%s,%s,%s".formatted(i, i, group(i), language(i), zone(i)));
                // One in twenty has a second premise, somewhere else.
                line(
                        premises,
                        "P-%04d,C-%04d,%s,%s"
                                .formatted(i, i, transformer((i - 1) / PREMISES_PER_TRANSFORMER), i % 4 != 0));
                line(meters, "M-%04d,P-%04d".formatted(i, i));
                if (random.nextInt(20) == 0) {
                    line(
                            premises,
                            "P-%04d-B,C-%04d,%s,false".formatted(i, i, transformer(random.nextInt(transformers()))));
                    line(meters, "M-%04d-B,P-%04d-B".formatted(i, i));
                }
                line(phones, "%s,C-%04d".formatted(phone(i), i));
            }
        }
    }

    /** Of the account of this number; three in four live in houses. */
    static String group(int i) {
        return switch (i % 20) {
            case 5, 10, 15 -> "BUSINESS";
            case 0 -> i % 100 == 0 ? "GOVERNMENT" : "BUSINESS";
            case 7 -> "CRITICAL_CARE";
            default -> "RESIDENTIAL";
        };
    }

    static String language(int i) {
        return i % 50 == 11 ? "zh-Hans" : i % 5 == 3 ? "es" : "en";
    }

    /** Some have a property in another zone; most say none, and so are in the hub's. */
    private static String zone(int i) {
        return i % 40 == 9 ? "America/Phoenix" : "";
    }

    /** Of the account of this number, as CIS writes it. */
    static String phone(int i) {
        return "+1 %d 555 01%02d".formatted(AREAS[(i - 1) / NUMBERS_PER_AREA], (i - 1) % NUMBERS_PER_AREA);
    }

    private void grid(Path folder) throws IOException {
        try (var feeders = open(folder, "feeders.csv", "feeder,district");
                var transformers = open(folder, "transformers.csv", "transformer,feeder")) {
            for (var i = 0; i < FEEDERS; i++) {
                line(feeders, "%s,%s".formatted(feeder(i), DISTRICTS.get(i % DISTRICTS.size())));
            }
            for (var i = 0; i < transformers(); i++) {
                line(transformers, "%s,%s".formatted(transformer(i), feeder(i % FEEDERS)));
            }
        }
    }

    private int transformers() {
        return (count + PREMISES_PER_TRANSFORMER - 1) / PREMISES_PER_TRANSFORMER;
    }

    private static String feeder(int i) {
        return "FDR-%02d".formatted(i + 1);
    }

    private static String transformer(int i) {
        return "TRF-%04d".formatted(i + 1);
    }

    static BufferedWriter open(Path folder, String name, String header) throws IOException {
        var writer = Files.newBufferedWriter(folder.resolve(name));
        line(writer, header);
        return writer;
    }

    static void line(BufferedWriter writer, String text) throws IOException {
        writer.write(text + "\n");
    }
}
