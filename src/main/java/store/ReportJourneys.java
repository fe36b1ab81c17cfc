package store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.FieldReport;
import outage.Outcome;
import store.Journeys.Journey;

/**
 * One report's whole way: its own row says how it came and each time that it was decided, with the request that asked OMS and
 * the release that told its readers; by these its deliveries are found.
 */
@Repository
public class ReportJourneys {

    private final JdbcClient db;
    private final Journeys journeys;

    public ReportJourneys(JdbcClient db, Journeys journeys) {
        this.db = db;
        this.journeys = journeys;
    }

    /**
     * A report's way, as far as it is kept.
     *
     * @param outage the outage that has it now
     * @param job the trouble order or work order; nullable
     * @param state where it stands, by which {@code rule}, with a {@code detail} that may be null
     * @param came how its sender's text came
     * @param understood the canonical report that was read from it
     * @param steps each time that it was decided, oldest first
     * @param requests what OMS was asked about it, oldest first, with OMS's answers
     * @param deliveries those requests and the releases that told its readers, each as it was sent, oldest first
     * @param deadLetters what of it could not go on
     */
    public record ReportJourney(
            String report,
            String outage,
            String job,
            Outcome.State state,
            String rule,
            String detail,
            Came came,
            JsonNode understood,
            List<ReportStep> steps,
            List<Request> requests,
            List<Journey> deliveries,
            List<Letter> deadLetters) {}

    /**
     * How a report came.
     *
     * @param at when the door had it
     * @param door which door took it
     * @param role who spoke, as the door knew it
     * @param sender as it named itself; nullable
     * @param text its own part of the message; null where that was not kept
     */
    public record Came(Instant at, String door, FieldReport.Role role, String sender, String text) {}

    /**
     * A request to OMS.
     *
     * @param answeredAt when OMS answered first; null while it has not, and so the rest
     * @param answer the answer's id
     * @param result OK, PARTIAL or FAILED
     * @param errors what OMS had to say; nullable
     */
    public record Request(
            String request,
            String outage,
            Instant askedAt,
            Instant answeredAt,
            String answer,
            String result,
            String errors) {}

    /** A dead letter about the report or about what it made. */
    public record Letter(String id, String place, String code, Instant at, String state) {}

    private record Row(
            String outage,
            String job,
            Instant receivedAt,
            String body,
            String came,
            String state,
            String rule,
            String detail,
            String steps) {}

    /** The report's way; empty where no such report was decided, or it was purged. */
    public Optional<ReportJourney> find(String report) {
        return db.sql(
                        """
                        select outage, job, received_at, body, came, state, rule_name, detail, steps from reports
                        where report = :report
                        """)
                .param("report", report)
                .query((row, n) -> new Row(
                        row.getString("outage"),
                        row.getString("job"),
                        Sql.at(row, "received_at"),
                        row.getString("body"),
                        row.getString("came"),
                        row.getString("state"),
                        row.getString("rule_name"),
                        row.getString("detail"),
                        row.getString("steps")))
                .optional()
                .map(row -> journey(report, row));
    }

    private ReportJourney journey(String report, Row row) {
        var understood = Canonical.read(row.body(), FieldReport.class);
        var steps = ReportStep.read(row.steps());
        var requests = asked(steps);
        var deliveries = Stream.concat(journeys.asking(requests).stream(), told(steps))
                .sorted(Comparator.comparing(Journey::firstAt))
                .toList();
        return new ReportJourney(
                report,
                row.outage(),
                row.job(),
                Outcome.State.valueOf(row.state()),
                row.rule(),
                row.detail(),
                new Came(row.receivedAt(), understood.door(), understood.role(), understood.sender(), row.came()),
                Canonical.tree(row.body()),
                steps,
                requests(requests),
                deliveries,
                letters(report, steps, deliveries));
    }

    private static Set<String> asked(List<ReportStep> steps) {
        return steps.stream().map(ReportStep::request).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** A report that was handed on was released in more than one outage. */
    private Stream<Journey> told(List<ReportStep> steps) {
        return steps.stream()
                .filter(step -> step.release() != null)
                .collect(Collectors.groupingBy(
                        ReportStep::outage, Collectors.mapping(ReportStep::release, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(of -> journeys.telling(of.getKey(), of.getValue()).stream());
    }

    private List<Request> requests(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql("select * from oms_requests where request in (:ids) order by asked_at, request")
                        .param("ids", ids)
                        .query((row, n) -> request(row))
                        .list();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getString("request"),
                row.getString("outage"),
                Sql.at(row, "asked_at"),
                Sql.at(row, "answered_at"),
                row.getString("answer"),
                row.getString("result"),
                row.getString("errors"));
    }

    private List<Letter> letters(String report, List<ReportStep> steps, List<Journey> deliveries) {
        var outages = steps.stream().map(ReportStep::outage).collect(Collectors.toSet());
        if (outages.isEmpty()) {
            return List.of();
        }
        var messages = Stream.of(
                        Stream.of(report),
                        steps.stream().map(ReportStep::message),
                        deliveries.stream().map(Journey::message))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        return db.sql(
                        """
                        select id, place, code, at, state from dead_letters
                        where outage in (:outages) and message in (:messages) order by at, id
                        """)
                .param("outages", outages)
                .param("messages", messages)
                .query((row, n) -> new Letter(
                        row.getString("id"),
                        row.getString("place"),
                        row.getString("code"),
                        Sql.at(row, "at"),
                        row.getString("state")))
                .list();
    }
}
