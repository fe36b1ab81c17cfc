package outage;

import java.util.List;

/**
 * What follows from one message: the outage's new state and all that is to be stored and sent with it, in one transaction.
 *
 * @param next the outage afterwards
 * @param publications what to send, in order
 * @param history lines for the history, in order
 * @param outcomes what became of reports
 * @param asked requests by which an answer will find this outage
 * @param places what OMS said of premises and meters; null when nothing
 * @param unanswerable requests that OMS never answered though sent three times: dead letters
 * @param omsAway TRUE when a patience ran out, FALSE when OMS was heard, null when neither
 */
public record Decision(
        Outage next,
        List<Publication> publications,
        List<HistoryEntry> history,
        List<Outcome> outcomes,
        List<OmsRequest> asked,
        Places places,
        List<OmsRequest> unanswerable,
        Boolean omsAway) {

    /** The premises and meters that an outage touches, in place of those known before; either may be null: not said. */
    public record Places(List<String> premises, List<String> meters) {}
}
