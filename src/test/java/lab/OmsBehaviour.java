package lab;

import java.time.Duration;

/**
 * How the played OMS answers one request.
 *
 * @param result IEC 61968-100 Reply.Result; null: it never answers
 * @param after how long it thinks, in the play's time
 * @param reason what it has to say with a PARTIAL or FAILED; nullable
 */
public record OmsBehaviour(String result, Duration after, String reason) {

    public static final OmsBehaviour OK = new OmsBehaviour("OK", Duration.ZERO, null);
    public static final OmsBehaviour NEVER = new OmsBehaviour(null, Duration.ZERO, null);

    public static OmsBehaviour late(Duration after) {
        return new OmsBehaviour("OK", after, null);
    }

    public static OmsBehaviour failed(String reason) {
        return new OmsBehaviour("FAILED", Duration.ZERO, reason);
    }

    public static OmsBehaviour partial(String warning) {
        return new OmsBehaviour("PARTIAL", Duration.ZERO, warning);
    }
}
