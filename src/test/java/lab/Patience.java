package lab;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits on the wall's clock for what must come. */
final class Patience {

    private Patience() {}

    /** Whether it holds, asked each time. */
    interface Condition {
        boolean holds();
    }

    static void until(Duration time, String what, Condition condition) {
        if (!within(time, condition)) {
            throw new AssertionError("not within " + time.toMillis() + " ms: " + what);
        }
    }

    static boolean within(Duration time, Condition condition) {
        try {
            Awaitility.await().atMost(time).pollInterval(Duration.ofMillis(25)).until(condition::holds);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
