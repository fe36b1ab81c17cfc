package lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/**
 * What the lab's customers chose, as the CSV that the hub imports: the same seed makes the same file. One in three has chosen
 * nothing and so is told on the display. The rest have text, e-mail or calls or several of these, some with quiet hours, a
 * limit, a second receiver, an account representative; some have not opted in, said STOP, or cannot be reached. All numbers
 * are 555-01xx, all addresses at example.com.
 */
final class SamplePreferences {

    private static final String HEADER = "account,receiver,role,language,zone,channel,address,opted_in_at,opted_in_how,"
            + "stopped_at,bad_since,types,quiet_from,quiet_until,most_per_outage,preference";
    private static final String ALL =
            "PLANNED_ADVANCE PLANNED_CHANGED PLANNED_CANCELLED OUTAGE_CONFIRMED CREW_EN_ROUTE CREW_ON_SITE ERT_UPDATED"
                    + " OAN_UPDATED POWER_RESTORED STILL_OUT SAFETY";
    private static final String SOME = "OUTAGE_CONFIRMED ERT_UPDATED POWER_RESTORED STILL_OUT";
    private static final String ONE = "POWER_RESTORED";
    private static final String PROOF = "2026-01-15T17:00:00Z,web";
    private static final String LATER = "2026-02-20T08:30:00Z";

    private final Random random;

    private SamplePreferences(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the file for the accounts of these numbers, from 1. */
    static void write(Path file, long seed, int count) throws IOException {
        var made = new SamplePreferences(seed);
        try (var out = SampleCustomers.open(file.getParent(), file.getFileName().toString(), HEADER)) {
            for (var i = 1; i <= count; i++) {
                for (var line : made.lines(i).lines().toList()) {
                    SampleCustomers.line(out, line);
                }
            }
        }
    }

    private String lines(int i) {
        if (random.nextInt(3) == 0) {
            return "";
        }
        return switch (random.nextInt(8)) {
            case 0 -> text(i, ALL, ",,,1");
            case 1 -> text(i, SOME, "22:00,07:00,5,1");
            case 2 -> text(i, ONE, ",,1,1") + email(i, ALL, ",,,2");
            case 3 -> email(i, SOME, ",,,1") + holder(i, "IHD,,,,,", ONE, ",,,2");
            case 4 -> call(i, SOME, ",,,1");
            case 5 -> call(i, ONE, "NEVER,,,1") + text(i, SOME, ",,3,2");
            case 6 -> text(i, SOME, ",,,1") + representative(i);
            default -> holder(i, "IHD,,,,,", "NOTHING", ",,,1");
        };
    }

    private String text(int i, String types, String rest) {
        return holder(i, "SMS," + phone(i) + "," + consent(), types, rest);
    }

    private String call(int i, String types, String rest) {
        return holder(i, "VOICE," + phone(i) + "," + consent(), types, rest);
    }

    private String email(int i, String types, String rest) {
        return holder(i, "EMAIL,sample.customer.%04d@example.com,".formatted(i) + consent(), types, rest);
    }

    private static String representative(int i) {
        return "C-%04d,RCV-%04d-2,%s,en,,EMAIL,sample.representative.%d@example.com,%s,,,%s,,,,1\n"
                .formatted(i, i, role(i), i % 10, PROOF, ALL);
    }

    private static String role(int i) {
        return SampleCustomers.group(i).equals("RESIDENTIAL") ? "FAMILY" : "ACCOUNT_REPRESENTATIVE";
    }

    private static String holder(int i, String contact, String types, String rest) {
        return "C-%04d,RCV-%04d,HOLDER,%s,,%s,%s,%s\n"
                .formatted(i, i, SampleCustomers.language(i), contact, types, rest);
    }

    private static String phone(int i) {
        return "'" + SampleCustomers.phone(i);
    }

    /** Opted in, mostly: at, how, stopped, bad. */
    private String consent() {
        return switch (random.nextInt(20)) {
            case 0 -> ",,,";
            case 1 -> PROOF + "," + LATER + ",";
            case 2 -> PROOF + ",," + LATER;
            default -> PROOF + ",,";
        };
    }
}
