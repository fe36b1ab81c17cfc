package store;

/** What has become of a planned delivery of a notice. */
public enum NoticeState {
    /** It is judged when its time comes. */
    WAITING,
    /** It was claimed, and is being handed to the provider. */
    SENDING,
    /** The provider has it. */
    TOLD,
    /** It does not go out; the reason says why. */
    SUPPRESSED,
    /** It goes by another channel, before it was ever tried by this one. */
    MOVED,
    /** Its provider refused it for good; by another channel, if there is one, it is a delivery of its own. */
    FAILED
}
