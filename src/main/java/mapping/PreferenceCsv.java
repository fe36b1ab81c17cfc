package mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import preferences.Channel;
import preferences.Contact;
import preferences.OptIn;

/** Reads the lines of the CSV with preferences; {@link PreferenceRows} writes them. */
public final class PreferenceCsv {

    /** In their order; {@code name} is the account's, goes out only, and is passed over when it comes in. */
    public static final List<String> COLUMNS = List.of(
            "account",
            "name",
            "receiver",
            "role",
            "language",
            "zone",
            "channel",
            "address",
            "opted_in_at",
            "opted_in_how",
            "stopped_at",
            "bad_since",
            "types",
            "quiet_from",
            "quiet_until",
            "most_per_outage",
            "preference");

    /** In {@code types}: nothing at all, which is another choice than none. */
    static final String NOTHING = "NOTHING";
    /** In {@code quiet_from}: no quiet hours. */
    static final String NEVER = "NEVER";

    private static final int LONGEST_ID = 100;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern PLACE = Pattern.compile("/\\d+");
    private static final Map<String, String> COLUMN_OF = Map.of(
            "quiet", "quiet_from",
            "from", "quiet_from",
            "until", "quiet_until",
            "mostPerOutage", "most_per_outage",
            "order", "preference");

    private final PreferencesContract contract;

    public PreferenceCsv(PreferencesContract contract) {
        this.contract = contract;
    }

    /**
     * A line as it is meant.
     *
     * @param cells by column
     * @param now nothing can have been opted in or stopped later
     * @throws Refused with every fault; its place is the column's name
     */
    public PreferenceLine read(Map<String, String> cells, Instant now) {
        var line = new Cells(cells);
        var faults = new ArrayList<>(line.unreadable());
        var account = line.id("account", faults);
        var receiver = line.id("receiver", faults);
        var optIn = optIn(line, now, faults);
        var stopped = line.past("stopped_at", now, faults);
        var bad = line.past("bad_since", now, faults);
        try {
            var wishes = contract.receiver(tree(line));
            if (faults.isEmpty()) {
                var channel = line.has("channel") ? Channel.valueOf(line.text("channel")) : null;
                var address = channel == null ? null : wishes.addresses().get(channel);
                return new PreferenceLine(
                        account,
                        receiver,
                        wishes,
                        channel,
                        address == null ? null : new Contact(channel, address, optIn, stopped, bad),
                        wishes.choices().stream().findFirst().orElse(null));
            }
        } catch (Refused e) {
            e.faults().stream().map(PreferenceCsv::inColumns).forEach(faults::add);
        }
        throw new Refused(faults);
    }

    /** What is wrong with a line, without its values, which may name a customer. */
    public static String reason(Refused refused) {
        return refused.faults().stream()
                .map(fault -> (fault.at().isEmpty() ? "" : "column " + fault.at() + ": ")
                        + fault.code().sentence() + " (" + fault.code() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static OptIn optIn(Cells line, Instant now, List<Fault> faults) {
        if (line.has("opted_in_at") != line.has("opted_in_how")) {
            faults.add(Fault.of(FaultCode.PROOF_MISSING, line.has("opted_in_at") ? "opted_in_how" : "opted_in_at"));
            return null;
        }
        var at = line.past("opted_in_at", now, faults);
        if (line.has("opted_in_how") && line.text("opted_in_how").length() > LONGEST_ID) {
            faults.add(Fault.of(FaultCode.OUT_OF_RANGE, "opted_in_how"));
        }
        return at == null ? null : new OptIn(at, line.text("opted_in_how"));
    }

    /** The line as the receiver that it describes, so that one contract judges both. */
    private static ObjectNode tree(Cells line) {
        var tree = JsonNodeFactory.instance.objectNode();
        line.put("role", tree, "role");
        line.put("language", tree, "language");
        line.put("zone", tree, "zone");
        if (line.has("address")) {
            var contact = tree.putArray("contacts").addObject();
            line.put("channel", contact, "channel");
            line.put("address", contact, "address");
        }
        if (line.chooses() || (line.has("channel") && !line.has("address"))) {
            choice(line, tree.putArray("choices").addObject());
        }
        return tree;
    }

    private static void choice(Cells line, ObjectNode choice) {
        line.put("channel", choice, "channel");
        if (line.has("types")) {
            var types = choice.putArray("types");
            if (!line.text("types").equals(NOTHING)) {
                BLANKS.splitAsStream(line.text("types")).forEach(types::add);
            }
        }
        if (line.text("quiet_from").equals(NEVER)) {
            choice.put("anyTime", true);
        } else if (line.has("quiet_from") || line.has("quiet_until")) {
            var quiet = choice.putObject("quiet");
            line.put("quiet_from", quiet, "from");
            line.put("quiet_until", quiet, "until");
        }
        line.number("most_per_outage", choice, "mostPerOutage");
        line.number("preference", choice, "order");
    }

    private static Fault inColumns(Fault fault) {
        var names = PLACE.matcher(fault.at()).replaceAll("");
        var last = names.substring(names.lastIndexOf('/') + 1);
        return new Fault(fault.code(), COLUMN_OF.getOrDefault(last, last), fault.detail());
    }

    /** A line's cells. */
    private record Cells(Map<String, String> values) {

        String text(String column) {
            var value = values.get(column);
            return value == null ? "" : Formulas.bare(value.strip());
        }

        /** A name or a proof with a line feed or the like in it was not meant, and no database keeps a NUL. */
        List<Fault> unreadable() {
            return COLUMNS.stream()
                    .filter(column -> text(column).chars().anyMatch(Character::isISOControl))
                    .map(column -> Fault.of(FaultCode.BAD_FORM, column))
                    .toList();
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        boolean chooses() {
            return has("types")
                    || has("quiet_from")
                    || has("quiet_until")
                    || has("most_per_outage")
                    || has("preference");
        }

        String id(String column, List<Fault> faults) {
            if (!has(column)) {
                faults.add(Fault.of(FaultCode.MISSING, column));
            } else if (text(column).length() > LONGEST_ID) {
                faults.add(Fault.of(FaultCode.OUT_OF_RANGE, column));
            }
            return text(column);
        }

        Instant past(String column, Instant now, List<Fault> faults) {
            if (!has(column)) {
                return null;
            }
            try {
                var at = OffsetDateTime.parse(text(column)).toInstant();
                if (at.isAfter(now)) {
                    faults.add(Fault.of(FaultCode.IN_THE_FUTURE, column));
                }
                return at;
            } catch (DateTimeParseException e) {
                faults.add(Fault.of(FaultCode.BAD_TIME, column));
                return null;
            }
        }

        void put(String column, ObjectNode tree, String field) {
            if (has(column)) {
                tree.put(field, text(column));
            }
        }

        void number(String column, ObjectNode tree, String field) {
            if (has(column) && WHOLE.matcher(text(column)).matches()) {
                tree.put(field, Integer.parseInt(text(column)));
            } else {
                put(column, tree, field);
            }
        }
    }
}
