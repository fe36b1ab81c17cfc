package notices;

import java.util.Optional;
import preferences.Channel;
import preferences.NoticeType;

/** Who has chosen nothing is told on the display; who has chosen gets exactly what was chosen (rules.md §5; FR 12, 13). */
final class Wanted {

    private Wanted() {}

    static Optional<Reason> judge(Question question) {
        var type = question.type();
        var wanted = Kinds.toEveryAccount(type)
                || question.place().chosen(type, question.account())
                || standsIn(question)
                || byDefault(question)
                || toldOfThis(question);
        return wanted ? Optional.empty() : Optional.of(Reason.NOT_CHOSEN);
    }

    /** In the place of a channel that failed, where it is still chosen. */
    private static boolean standsIn(Question question) {
        var instead = question.delivery().insteadOf();
        return instead != null
                && question.place().people(question.account()).stream()
                        .flatMap(person -> person.choices().stream())
                        .anyMatch(choice ->
                                choice.channel() == instead && choice.types().contains(question.type()));
    }

    private static boolean byDefault(Question question) {
        return question.channel() == Channel.IHD
                && question.account().hasChosenNothing()
                && Kinds.onTheDisplayByDefault(question.type());
    }

    /** POWER_RESTORED also to who was told of this outage, there, unless this type is off there. */
    private static boolean toldOfThis(Question question) {
        return question.type() == NoticeType.POWER_RESTORED
                && question.told().count(question.channel()) > 0
                && !question.place().off(NoticeType.POWER_RESTORED, question.account());
    }
}
