package notices;

import java.util.Optional;
import preferences.Choice;

/** At most so many an outage, as the receiver wants; some are never stopped by it (rules.md §5). */
final class Cap {

    private Cap() {}

    static Optional<Reason> judge(Question question) {
        if (!question.ofAnOutage() || !Kinds.capped(question.type())) {
            return Optional.empty();
        }
        var told = question.told().count(question.channel());
        var choices = question.place().choices(question.account());
        var full = !choices.isEmpty() && choices.stream().allMatch(choice -> full(choice, told));
        return full ? Optional.of(Reason.CAPPED) : Optional.empty();
    }

    private static boolean full(Choice choice, long told) {
        return choice.mostPerOutage() != null && told >= choice.mostPerOutage();
    }
}
