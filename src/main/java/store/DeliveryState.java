package store;

/** Where a delivery stands. */
public enum DeliveryState {
    /** A hub has claimed it. */
    SENDING,
    /** Set aside because the reader was busy; it is woken when it is due. */
    DUE,
    DELIVERED,
    /** Given up; it lies with the dead letters. */
    PARKED,
    /** A newer state of the same subject went, or is to go, in its place. */
    SUPERSEDED,
    /** Mapped and kept, not sent: the neighbour is in shadow. */
    SHADOW
}
