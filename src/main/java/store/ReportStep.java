package store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mapping.Canonical;
import outage.Decision;
import outage.OmsAnswer;
import outage.OmsRequest;
import outage.OmsRequestParked;
import outage.OutageMessage;
import outage.Outcome;
import outage.Outcome.State;
import outage.Publication;
import outage.Release;

/**
 * One decision about a report. A report's own row keeps its steps, so that its way is known without one more write, and goes
 * when it goes.
 *
 * @param at when it was decided
 * @param by what was decided then, a record's name such as {@code OmsAnswer}
 * @param message that message's id
 * @param outage the outage that had the report then
 * @param state where the report stood afterwards
 * @param rule the rule that decided
 * @param detail a sentence; nullable
 * @param request the request that asked OMS, or that OMS answered; nullable
 * @param release number of the release by which readers got it, or by which it was taken back from them; nullable
 */
public record ReportStep(
        Instant at,
        String by,
        String message,
        String outage,
        State state,
        String rule,
        String detail,
        String request,
        Long release) {

    private static final Set<State> RELEASED = EnumSet.of(State.CONFIRMED, State.RELEASED_UNCONFIRMED);

    /** The steps of one report in one decision, a line of JSON each. */
    static String lines(OutageMessage message, Decision decision, List<Outcome> outcomes, Instant now) {
        return outcomes.stream()
                .map(outcome -> Canonical.write(of(message, decision, outcome, now)) + "\n")
                .collect(Collectors.joining());
    }

    /** What {@link #lines} has written, oldest first; none where nothing was. */
    static List<ReportStep> read(String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(line -> Canonical.read(line, ReportStep.class))
                        .toList();
    }

    private static ReportStep of(OutageMessage message, Decision decision, Outcome outcome, Instant now) {
        return new ReportStep(
                now,
                message.getClass().getSimpleName(),
                message.id(),
                outcome.outage(),
                outcome.state(),
                outcome.rule(),
                outcome.detail(),
                request(message, decision, outcome),
                isReleased(message, outcome) ? release(decision) : null);
    }

    private static String request(OutageMessage message, Decision decision, Outcome outcome) {
        return decision.asked().stream()
                .filter(asked -> isAbout(asked, outcome.report()))
                .map(OmsRequest::id)
                .findFirst()
                .orElseGet(() -> requestOf(message));
    }

    private static String requestOf(OutageMessage message) {
        if (message instanceof OmsAnswer answer) {
            return answer.request();
        }
        return message instanceof OmsRequestParked parked ? parked.request() : null;
    }

    /** A request carries all that is unanswered; it is about the last of these. */
    private static boolean isAbout(OmsRequest request, String report) {
        var carried = request.carried();
        return !carried.isEmpty() && carried.get(carried.size() - 1).id().equals(report);
    }

    /** OMS's no takes back what readers had. */
    private static boolean isReleased(OutageMessage message, Outcome outcome) {
        return RELEASED.contains(outcome.state())
                || (message instanceof OmsAnswer && outcome.state() == State.IN_REVIEW);
    }

    private static Long release(Decision decision) {
        return decision.publications().stream()
                .map(Publication::body)
                .flatMap(body -> body instanceof Release made ? Stream.of(made.number()) : Stream.empty())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
