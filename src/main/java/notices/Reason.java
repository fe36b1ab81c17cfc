package notices;

/** Why a planned delivery does not go out, or not yet. Each names the rule. */
public enum Reason {
    NOT_DUE("rules.md §5: it is told 72 or 24 hours before."),
    NO_ADDRESS("rules.md §5: the receiver has no address on this channel any more, or the premise no display."),
    NOT_OPTED_IN("rules.md §5, BR 5: it goes only to addresses opted in."),
    STOPPED("rules.md §5, BR 5: never after a STOP or unsubscribe."),
    BAD_ADDRESS("rules.md §5: the provider reaches nobody at this address."),
    FAILED("rules.md §5: the channel failed for good."),
    NO_CHANNEL("rules.md §5: this utility has no such channel (hub.notices.channels)."),
    NOT_CHOSEN("rules.md §5, FR 13, 17: who has chosen gets exactly what was chosen."),
    NOT_AFFECTED("rules.md §5: the outage does not touch this account, or not any more."),
    OUTAGE_OVER("rules.md §5: the outage is over, so it no longer holds."),
    OVERTAKEN("rules.md §5: the crew is further, or back, so it no longer holds."),
    BEGUN("rules.md §5: the planned outage has begun, so it is no advance notice."),
    MOVED("rules.md §5: the planned outage is at another time, of which there is a notice of its own."),
    NOT_CANCELLED("rules.md §5: the planned outage is to be after all, so it no longer holds."),
    NOT_RESTORED("rules.md §5, FR 47: restoration is not verified, or not any more."),
    POWER_IS_BACK("rules.md §5: the last verification does not find this account's meters without power."),
    BRIEF("rules.md §7: it was over before it had lasted 5 minutes, and the receiver was not told of it."),
    NO_ERT("rules.md §5: there is no ERT, or it has passed."),
    ERT_HARDLY_MOVED("rules.md §5, FR 46: the ERT differs by 30 minutes or less from the last one told."),
    ALREADY_TOLD("rules.md §2, §5: the receiver was told this."),
    NOTHING_NEW("rules.md §5: nothing is otherwise than the receiver was told."),
    CAPPED("rules.md §5: the receiver has had as many notices of this outage here as it wants."),
    REPLACED("rules.md §5: a newer notice of the same kind takes its place."),
    TOO_SOON("rules.md §7: it waits until the outage has lasted 5 minutes."),
    QUIET_HOURS("rules.md §5: it waits until the receiver's quiet hours end.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** In one sentence, with the rule. */
    public String sentence() {
        return sentence;
    }
}
