package notices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a planned delivery is sent now, and what it says: judged when it is sent, from the newest release against what
 * the receiver was last told (rules.md §5). The first rule that objects decides.
 */
public final class Judge {

    private static final List<Function<Question, Optional<Verdict>>> RULES = List.of(
            Moment::due,
            Reachable::judge,
            suppressing(Wanted::judge),
            suppressing(StillTrue::judge),
            suppressing(News::judge),
            suppressing(Cap::judge),
            Moment::soon,
            Moment::quiet);

    private Judge() {}

    /** What becomes of it now. */
    public static Verdict judge(Question question) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(question).stream())
                .findFirst()
                .orElseGet(() -> new Verdict.Send(Saying.of(question)));
    }

    /** What becomes of it when its channel has failed for good, after it was to be sent. */
    public static Verdict failed(Question question) {
        return Reachable.elsewhere(Reason.FAILED, question);
    }

    /** What becomes of it now where the utility has no such channel: what would be sent goes by another, if by any. */
    public static Verdict judgeWithoutChannel(Question question) {
        var verdict = judge(question);
        return verdict instanceof Verdict.Send ? Reachable.elsewhere(Reason.NO_CHANNEL, question) : verdict;
    }

    private static Function<Question, Optional<Verdict>> suppressing(Function<Question, Optional<Reason>> rule) {
        return question -> rule.apply(question).map(Verdict.Suppress::new);
    }
}
