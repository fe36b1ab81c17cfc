package outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outage.Publication.Address;

/** One outage played message by message against the rules: a world that a test sets by hand, and what was decided last. */
final class Play implements World {

    static final Instant T0 = Instant.parse("2026-03-02T18:00:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(2);

    Instant now = T0;
    Instant startedAt = T0.minus(Duration.ofHours(1));
    boolean omsAway;
    boolean repliesWait;
    boolean answeredLater;
    final Set<String> storms = new HashSet<>();
    final Map<String, String> merged = new HashMap<>();

    Outage outage = Outage.unknown("OUT-1");
    Decision last;
    final List<Publication> all = new ArrayList<>();
    private final Decider decider = new Decider(
            this,
            new Settings(PATIENCE, "800-555-0199"),
            oan -> Map.of("en", oan.status().name()));
    private int ids;

    /** A distribution outage that OMS has confirmed. */
    static Play confirmed() {
        var play = new Play();
        play.take(play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));
        play.all.clear();
        return play;
    }

    Decision take(OutageMessage message) {
        last = decider.decide(outage, message);
        outage = last.next();
        if (last.omsAway() != null) {
            omsAway = last.omsAway();
        }
        all.addAll(last.publications());
        return last;
    }

    Play after(Duration time) {
        now = now.plus(time);
        return this;
    }

    OmsEvent event(OmsEvent.Type type, OutageFacts facts) {
        return new OmsEvent(id("event"), outage.id(), type, now, facts, null, null, null, null, null, List.of());
    }

    OmsAnswer yes(int request) {
        return answer(request, OmsAnswer.Result.OK, List.of());
    }

    OmsAnswer no(int request, String reason) {
        return answer(request, OmsAnswer.Result.FAILED, List.of(reason));
    }

    OmsAnswer answer(int request, OmsAnswer.Result result, List<String> errors) {
        return new OmsAnswer(id("answer"), outage.id(), requests().get(request).id(), result, errors, null, now);
    }

    /** The clock that is armed, as it rings. */
    Alarm ring() {
        return new Alarm(id("ring"), outage.id(), Alarm.Kind.OMS_PATIENCE, outage.patienceDue(), true);
    }

    /** All requests that were sent to OMS since the play began, oldest first. */
    List<OmsRequest> requests() {
        return bodies(all, Address.OMS_CHANGES, OmsRequest.class);
    }

    List<Release> releases() {
        return bodies(all, Address.OAN_CHANGES, Release.class);
    }

    List<Ack> acks() {
        return bodies(all, Address.CMS_ACKS, Ack.class);
    }

    /** What the last decision sent, as places. */
    List<Address> sent() {
        return last.publications().stream().map(Publication::to).toList();
    }

    /** What the last decision sent to one place. */
    <T> List<T> sent(Address to, Class<T> type) {
        return bodies(last.publications(), to, type);
    }

    /** The last word on a report. */
    Outcome.State outcome(String report) {
        return last.outcomes().stream()
                .filter(outcome -> outcome.report().equals(report))
                .reduce((first, second) -> second)
                .map(Outcome::state)
                .orElse(null);
    }

    private static <T> List<T> bodies(List<Publication> from, Address to, Class<T> type) {
        return from.stream()
                .filter(publication -> publication.to() == to)
                .map(Publication::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    String id(String kind) {
        return kind + "-" + ++ids;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean storm(String district) {
        return storms.contains(district);
    }

    @Override
    public boolean omsAway() {
        return omsAway;
    }

    @Override
    public boolean omsAnsweredLaterRequest(Instant askedAt, Instant by) {
        return answeredLater;
    }

    @Override
    public boolean omsRepliesWait() {
        return repliesWait;
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public Optional<String> mergedInto(String outage) {
        return Optional.ofNullable(merged.get(outage));
    }

    /** Facts that OMS may state. */
    static final class Facts {
        private Facts() {}

        static OutageFacts unplanned() {
            return at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.DISTRIBUTION);
        }

        static OutageFacts at(OutageFacts.Kind kind, OutageFacts.Level level) {
            return new OutageFacts(
                    kind,
                    level,
                    OutageFacts.Magnitude.NEIGHBORHOOD,
                    120,
                    null,
                    "F-7",
                    null,
                    "D-3",
                    null,
                    T0,
                    null,
                    null,
                    null);
        }
    }

    /** A report being filled in. */
    static final class Report {
        private final String id;
        private Instant deviceTime = T0;
        private FieldReport.Role role = FieldReport.Role.CREW;
        private JobRef job = new JobRef("TO-1", JobKind.TROUBLE_ORDER, null);
        private JobStatus status;
        private Instant ert;
        private String cause;
        private String notes;
        private String reason;

        private Report(String id) {
            this.id = id;
        }

        static Report of(String id) {
            return new Report(id);
        }

        Report at(Instant time) {
            deviceTime = time;
            return this;
        }

        Report job(String jobId) {
            job = new JobRef(jobId, JobKind.TROUBLE_ORDER, null);
            return this;
        }

        Report byDispatcher(String why) {
            role = FieldReport.Role.DISPATCHER;
            reason = why;
            return this;
        }

        Report status(JobStatus newStatus) {
            status = newStatus;
            return this;
        }

        Report ert(Instant newErt) {
            ert = newErt;
            return this;
        }

        Report cause(String code) {
            cause = code;
            return this;
        }

        Report notes(String text) {
            notes = text;
            return this;
        }

        FieldReport end() {
            return new FieldReport(
                    id, "OUT-1", job, role, "CREW-7", deviceTime, T0, "http", status, ert, cause, null, notes, reason);
        }
    }
}
