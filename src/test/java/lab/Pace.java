package lab;

import java.time.Duration;
import java.time.Instant;

/** How time goes for the played neighbours: as on the wall, or as the lab's clock has it. */
public interface Pace {

    /** As on the wall. */
    Pace WALL = new Pace() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public Duration real(Duration duration) {
            return duration;
        }
    };

    /** The moment that everybody in this play takes for now. */
    Instant now();

    /** How long that much of the play's time takes on the wall. */
    Duration real(Duration duration);
}
