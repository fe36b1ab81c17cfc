package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import outage.FieldReport;

/**
 * What CMS and the Dispatcher may send: one report or several, as JSON or in an IEC 61968-100 envelope, all or nothing. The
 * schemas say most of it; what a schema cannot say stands here (rules.md §2, §3). What is XML becomes the tree that the same
 * report in JSON has, so that one set of checks holds for all.
 */
public final class ReportContract {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int MOST_FAULTS = 1000;
    /** As in the schema, but in the units that XML Schema counts by in Java: an emoji has two. */
    private static final int LONGEST_LINE = 200;

    private static final int LONGEST_TEXT = 2000;

    private final JsonContract json;
    private final XmlContract xml;
    private final int maxReports;

    /**
     * @param files where {@code cms/field-report.schema.json}, {@code cms/FieldReports.xsd} and {@code oms/Message.xsd} lie
     * @param maxReports how many may come at once
     */
    public ReportContract(MappingFiles files, int maxReports) {
        this.json = new JsonContract(files.text("cms/field-report.schema.json"));
        this.xml = new XmlContract(List.of(files.text("oms/Message.xsd"), files.text("cms/FieldReports.xsd")));
        this.maxReports = maxReports;
    }

    /** Whether a text is meant as XML: its first character that is no blank says so. */
    public static boolean isXml(String text) {
        return text.stripLeading().startsWith("<");
    }

    /**
     * What the door knows of a message beside its text.
     *
     * @param role who speaks
     * @param door which door, such as {@code http}
     * @param at when it came
     * @param reused whether a report's id is known with other content; a door that cannot tell leaves it to the decision
     */
    public record Receipt(FieldReport.Role role, String door, Instant at, Predicate<FieldReport> reused) {
        public Receipt(FieldReport.Role role, String door, Instant at) {
            this(role, door, at, report -> false);
        }
    }

    /**
     * The reports in a message.
     *
     * @throws Refused with every fault
     */
    public List<FieldReport> read(String text, Receipt receipt) {
        var found = isXml(text) ? fromXml(text) : fromJson(text);
        var faults = new ArrayList<Fault>();
        var reports = new ArrayList<FieldReport>();
        for (var piece : found) {
            read(piece, receipt, reports, faults);
        }
        if (!faults.isEmpty()) {
            throw new Refused(capped(faults));
        }
        return reports;
    }

    /**
     * One report of a file.
     *
     * @param found one that could be read
     * @throws Refused with every fault
     */
    public FieldReport one(FiledReport found, Receipt receipt) {
        var faults = new ArrayList<Fault>();
        var reports = new ArrayList<FieldReport>();
        read(new Piece(found.tree(), "", found.came()), receipt, reports, faults);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return reports.get(0);
    }

    /** The schemas of reports in XML. */
    XmlContract xml() {
        return xml;
    }

    /**
     * @param at its place in the message that it came in
     * @param came the message itself where this is all of it, else its own part, written anew
     */
    private record Piece(JsonNode tree, String at, String came) {}

    private List<Piece> fromJson(String text) {
        var tree = JsonContract.parse(text);
        if (!tree.isArray()) {
            return List.of(new Piece(tree, "", text));
        }
        limit(tree.size());
        return IntStream.range(0, tree.size())
                .mapToObj(i -> new Piece(tree.get(i), "/" + i, tree.get(i).toString()))
                .toList();
    }

    private List<Piece> fromXml(String text) {
        var found = ReportXml.reports(xml.read(text).getDocumentElement());
        limit(found.size());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Piece(
                        ReportXml.tree(found.get(i)),
                        "/" + ReportXml.ONE + "[" + (i + 1) + "]",
                        found.size() == 1 ? text : Elements.written(found.get(i))))
                .toList();
    }

    private void limit(int count) {
        if (count == 0) {
            throw new Refused(Fault.of(FaultCode.EMPTY, ""));
        }
        if (count > maxReports) {
            throw new Refused(Fault.of(FaultCode.TOO_MANY, "", String.valueOf(count)));
        }
    }

    private void read(Piece piece, Receipt receipt, List<FieldReport> reports, List<Fault> faults) {
        var at = piece.at();
        var found = new ArrayList<>(json.faults(piece.tree(), at));
        if (found.isEmpty()) {
            decode(piece, receipt, found).ifPresent(report -> {
                check(report, at, found);
                checkReadable(report, at, found);
                if (receipt.reused().test(report)) {
                    found.add(Fault.of(FaultCode.ID_REUSED, at + "/id", report.id()));
                }
                if (isNew(report, at, reports, found)) {
                    reports.add(report);
                }
            });
        }
        faults.addAll(found);
    }

    private static Optional<FieldReport> decode(Piece piece, Receipt receipt, List<Fault> faults) {
        var filled = ((ObjectNode) piece.tree().deepCopy())
                .put("record", FieldReport.class.getSimpleName())
                .put("role", receipt.role().name())
                .put("door", receipt.door())
                .put("receivedAt", receipt.at().toString())
                .put("came", Kept.of(piece.came()));
        try {
            return Optional.of(Canonical.read(filled, FieldReport.class));
        } catch (IllegalArgumentException e) {
            if (!(e.getCause() instanceof InvalidFormatException)) {
                throw e;
            }
            // The schema lets no value pass that cannot be read, save a time that never was, such as 24:00.
            faults.add(Fault.of(FaultCode.BAD_TIME, piece.at()));
            return Optional.empty();
        }
    }

    private static void check(FieldReport report, String at, List<Fault> faults) {
        if (report.job() == null && (report.role() == FieldReport.Role.CREW || saysSomethingOfAJob(report))) {
            faults.add(Fault.of(FaultCode.JOB_MISSING, at + "/job"));
        }
        if (report.deviceTime().isAfter(report.receivedAt().plus(AHEAD))) {
            faults.add(Fault.of(
                    FaultCode.TIME_AHEAD,
                    at + "/deviceTime",
                    report.deviceTime() + ", received " + report.receivedAt()));
        }
        if (report.ert() != null && report.ert().isBefore(report.deviceTime())) {
            faults.add(Fault.of(
                    FaultCode.ERT_BEFORE_REPORT, at + "/ert", report.ert().toString()));
        }
    }

    /** What the schema cannot count as the readers do, whose contracts would be broken for the outage's whole life. */
    private static void checkReadable(FieldReport report, String at, List<Fault> faults) {
        time(report.deviceTime(), at + "/deviceTime", faults);
        time(report.ert(), at + "/ert", faults);
        length(report.sender(), LONGEST_LINE, at + "/sender", faults);
        length(report.notes(), LONGEST_TEXT, at + "/notes", faults);
        length(report.reason(), LONGEST_TEXT, at + "/reason", faults);
        if (report.assessment() != null) {
            length(report.assessment().repair(), LONGEST_TEXT, at + "/assessment/repair", faults);
        }
    }

    private static void time(Instant time, String at, List<Fault> faults) {
        if (time != null && !Times.canBeWritten(time)) {
            faults.add(Fault.of(FaultCode.OUT_OF_RANGE, at, time.toString()));
        }
    }

    private static void length(String text, int longest, String at, List<Fault> faults) {
        if (text != null && text.length() > longest) {
            faults.add(Fault.of(FaultCode.OUT_OF_RANGE, at, text.length() + " characters"));
        }
    }

    private static boolean saysSomethingOfAJob(FieldReport report) {
        return report.status() != null || report.assessment() != null || report.notes() != null;
    }

    /** The same report twice in one message is one report. */
    private static boolean isNew(FieldReport report, String at, List<FieldReport> before, List<Fault> faults) {
        for (var other : before) {
            if (other.id().equals(report.id())) {
                if (!other.sameContent(report)) {
                    faults.add(Fault.of(FaultCode.SAME_ID_TWICE, at + "/id", report.id()));
                }
                return false;
            }
        }
        return true;
    }

    private static List<Fault> capped(List<Fault> faults) {
        if (faults.size() <= MOST_FAULTS) {
            return faults;
        }
        var some = new ArrayList<>(faults.subList(0, MOST_FAULTS));
        some.add(Fault.of(FaultCode.MORE_FAULTS, "", String.valueOf(faults.size())));
        return some;
    }
}
