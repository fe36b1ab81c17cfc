package routes.intake;

import java.util.List;
import mapping.Fault;
import outage.OutageMessage;

/**
 * What a JMS door made of a message: either all of its messages, or all of its faults.
 *
 * @param door the queue it came by
 * @param message the JMS message's id
 * @param correlation by which its sender knows an answer; nullable
 * @param came the message as it came, cut when long
 * @param whole whether that is the message itself
 * @param messages what it holds; empty when it is refused
 * @param faults what is wrong with it; empty when it is taken
 */
record Reading(
        String door,
        String message,
        String correlation,
        String came,
        boolean whole,
        List<? extends OutageMessage> messages,
        List<Fault> faults) {

    public boolean isRefused() {
        return !faults.isEmpty();
    }
}
