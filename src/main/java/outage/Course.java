package outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outage.Outage.Released;
import outage.Outage.Unanswered;
import outage.Publication.Address;

/**
 * One decision under way: the outage as it becomes, and all that is to be stored and sent with it. What readers get and
 * which clock runs is not decided step by step: both follow from the state in which the decision ends.
 */
final class Course {

    /** A request is sent at most four times: once, and three times again (rules.md §3). */
    private static final int SENDS = 4;

    final String outage;
    final Instant now;
    final List<Unanswered> unanswered;
    final List<OutageMessage> waiting;
    final List<ReviewItem> review;
    boolean known;
    OutageState accepted;
    String query;
    Instant patienceDue;
    long releases;
    Boolean omsAway;
    Decision.Places places;
    /** Reports that OMS was asked about before, and those that readers had: no news to them. */
    final Set<String> askedBefore = new HashSet<>();

    final Set<String> toldBefore = new HashSet<>();

    private final Outage before;
    private final OutageMessage message;
    private final String cause;
    private final Settings settings;
    private final OanWords words;
    private final List<Publication> publications = new ArrayList<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<OmsRequest> asked = new ArrayList<>();
    private final List<OmsRequest> unanswerable = new ArrayList<>();
    private final List<FieldReport> told = new ArrayList<>();
    private long requests;

    Course(Outage before, OutageMessage message, Instant now, Settings settings, OanWords words) {
        this.before = before;
        this.message = message;
        this.now = now;
        this.settings = settings;
        this.words = words;
        this.outage = before.id();
        // Ids are unique among messages of one type; two senders may use the same.
        this.cause = message.getClass().getSimpleName() + ":" + message.id();
        this.unanswered = new ArrayList<>(before.unanswered());
        this.waiting = new ArrayList<>(before.waiting());
        this.review = new ArrayList<>(before.review());
        this.known = before.known();
        this.accepted = before.accepted();
        this.query = before.query();
        this.patienceDue = before.patienceDue();
        this.releases = before.releases();
        this.requests = before.requests();
    }

    boolean merged() {
        return accepted.mergedInto() != null;
    }

    /** The accepted state with the first {@code count} unanswered reports over it. */
    OutageState upTo(int count) {
        var state = accepted;
        for (var pending : unanswered.subList(0, count)) {
            state = state.with(pending.report()).state();
        }
        return state;
    }

    /** The accepted state with all that is unanswered over it. */
    OutageState projected() {
        return upTo(unanswered.size());
    }

    /** Puts the report above the accepted state and asks OMS for its yes. */
    void ask(FieldReport report, boolean released) {
        var id = Ids.of(cause, "oms", "state:" + report.id(), outage);
        unanswered.add(new Unanswered(report, id, ++requests, now, released, 1));
        var request =
                state(unanswered.size(), askedBefore.contains(report.id()) ? List.of() : List.of(News.of(report)));
        asked.add(request);
        publish(Address.OMS_CHANGES, id, request.number(), request, report.trace());
    }

    /** Asks OMS whether it knows this outage, once. */
    void query() {
        if (query != null) {
            return;
        }
        query = Ids.of(cause, "oms", "query", outage);
        var request = new OmsRequest(query, outage, ++requests, OmsRequest.Kind.QUERY, now, null, List.of());
        asked.add(request);
        publish(Address.OMS_CHANGES, query, null, request, null);
    }

    /** Sends the newest request again, which carries all; after three times it is a dead letter. */
    void askNewestAgain() {
        var last = unanswered.size() - 1;
        var newest = unanswered.get(last);
        if (newest.sends() > SENDS) {
            return;
        }
        unanswered.set(last, withSends(newest, newest.sends() + 1));
        var request = state(unanswered.size(), List.of());
        if (newest.sends() == SENDS) {
            unanswerable.add(request);
            note("hub", "OMS never answered request " + request.id() + ", sent " + SENDS + " times (rules.md §3)");
        } else {
            var again = Ids.of(cause, "oms", "again", request.id());
            publish(Address.OMS_CHANGES, again, null, request, newest.report().trace());
        }
    }

    private OmsRequest state(int count, List<News> news) {
        var last = unanswered.get(count - 1);
        var carried =
                unanswered.subList(0, count).stream().map(Unanswered::report).toList();
        return new OmsRequest(
                last.request(), outage, last.number(), OmsRequest.Kind.STATE, now, upTo(count), carried, news);
    }

    private static Unanswered withSends(Unanswered of, int sends) {
        return new Unanswered(of.report(), of.request(), of.number(), of.askedAt(), of.released(), sends);
    }

    /** Lets readers have the first {@code count} unanswered reports, marked unconfirmed. */
    void releaseUnconfirmed(int count, String rule) {
        for (var i = 0; i < count; i++) {
            var pending = unanswered.get(i);
            if (!pending.released()) {
                told(pending);
                unanswered.set(
                        i,
                        new Unanswered(
                                pending.report(),
                                pending.request(),
                                pending.number(),
                                pending.askedAt(),
                                true,
                                pending.sends()));
                outcome(pending.report(), Outcome.State.RELEASED_UNCONFIRMED, rule, "OMS has not answered yet");
            }
        }
    }

    /** Readers have this report from here on, if they did not before. */
    void told(Unanswered pending) {
        if (!pending.released() && !toldBefore.contains(pending.report().id())) {
            told.add(pending.report());
        }
    }

    void outcome(FieldReport report, Outcome.State state, String rule, String detail) {
        outcomes.add(new Outcome(report.id(), outage, state, rule, detail));
    }

    void note(String who, String what) {
        history.add(new HistoryEntry(now, who, message.id(), what, null, List.of()));
    }

    void ack(FieldReport report, Ack.Code code, String text) {
        var id = Ids.of(cause, "cms", code.name(), report.id());
        publish(Address.CMS_ACKS, id, null, new Ack(id, report.id(), report.outage(), code, text, now), report.trace());
    }

    /** Puts the report before the Dispatcher and tells its sender. */
    void toReview(FieldReport report, ReviewItem.Code code, String detail) {
        var id = Ids.of(cause, "review", code.name(), report.id());
        review.add(new ReviewItem(id, outage, report, code, detail, now));
        outcome(report, Outcome.State.IN_REVIEW, "rules.md §3, " + code, detail);
        var refused = code == ReviewItem.Code.REFUSED_BY_OMS;
        ack(report, refused ? Ack.Code.REFUSED_BY_OMS : Ack.Code.IN_REVIEW, detail);
    }

    void send(OutageMessage next) {
        publications.add(new Publication(Address.OUTAGE_REPORTS, next.id(), next.outage(), null, null, next));
    }

    void task(TroubleOrder order) {
        var id = Ids.of(cause, "cms", "task", order.id());
        publish(Address.CMS_TASKS, id, null, new Task(id, outage, order, accepted.facts(), now), null);
    }

    /** An id for a message of ours that this decision causes. */
    String idFor(String target, String kind, String subject) {
        return Ids.of(cause, target, kind, subject);
    }

    private void publish(Address to, String id, Long number, Object body, Trace trace) {
        publications.add(new Publication(to, id, outage, number, null, body, trace));
    }

    /** The decision: with a release when readers' view is now another than they had, and the clock that must run. */
    Decision end() {
        var released = before.released();
        if (known) {
            var has = new Released(view(), unanswered.stream().anyMatch(Unanswered::released));
            if (!has.equals(released)) {
                release(++releases, released, has);
                released = has;
            }
        }
        armPatience();
        var next = new Outage(
                outage, known, accepted, unanswered, waiting, review, query, patienceDue, released, releases, requests);
        return new Decision(next, publications, history, outcomes, asked, places, unanswerable, omsAway);
    }

    private OutageState view() {
        var state = accepted;
        for (var pending : unanswered) {
            if (pending.released()) {
                state = state.with(pending.report()).state();
            }
        }
        return state;
    }

    private void release(long number, Released had, Released has) {
        var oan = Oan.of(outage, has.view(), settings.phone());
        var previous = had == null ? null : Oan.of(outage, had.view(), settings.phone());
        var id = Ids.of(cause, "readers", "release", outage);
        // Where only the mark changes there is nothing to tell a customer.
        var notice = had == null || !had.view().equals(has.view());
        publish(
                Address.OAN_CHANGES,
                id,
                number,
                new Release(
                        id,
                        outage,
                        number,
                        now,
                        message.id(),
                        has.unconfirmed(),
                        notice,
                        oan.withWords(words.of(oan)),
                        has.view(),
                        told.stream().map(News::of).toList()),
                told.isEmpty() ? null : told.get(told.size() - 1).trace());
        var what = has.unconfirmed() ? "released, unconfirmed by OMS" : "released";
        history.add(new HistoryEntry(now, "hub", message.id(), what, number, Differences.between(previous, oan)));
    }

    /** One clock an outage, while OMS owes an answer (rules.md §6). */
    private void armPatience() {
        if (unanswered.isEmpty() && query == null) {
            patienceDue = null;
        } else if (patienceDue == null) {
            patienceDue = nextDue();
        }
        if (patienceDue != null && !patienceDue.equals(before.patienceDue())) {
            var id = Ids.of(cause, "clock", Alarm.Kind.OMS_PATIENCE.name() + patienceDue, outage);
            var alarm = new Alarm(id, outage, Alarm.Kind.OMS_PATIENCE, patienceDue, false);
            publications.add(new Publication(Address.OUTAGE_REPORTS, id, outage, null, patienceDue, alarm));
        }
    }

    private Instant nextDue() {
        return unanswered.stream()
                .filter(pending -> !pending.released())
                .map(pending -> pending.askedAt().plus(settings.patience()))
                .filter(due -> due.isAfter(now))
                .min(Instant::compareTo)
                .orElse(now.plus(settings.patience()));
    }
}
