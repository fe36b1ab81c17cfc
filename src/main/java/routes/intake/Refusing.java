package routes.intake;

import org.springframework.stereotype.Component;
import store.RefusedMessages;

/** Keeps what a JMS door refused; a message that the broker brings again is kept once. */
@Component
class Refusing {

    private final RefusedMessages kept;

    Refusing(RefusedMessages kept) {
        this.kept = kept;
    }

    /** Keeps it; the body stays as it is. */
    public void keep(Reading reading) {
        kept.keep(reading.door(), String.valueOf(reading.message()), reading.came(), reading.whole(), reading.faults());
    }
}
