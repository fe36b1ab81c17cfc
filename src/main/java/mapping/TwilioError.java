package mapping;

import java.util.Set;

/** What Twilio's error codes mean for an address (twilio.com/docs/api/errors). */
public enum TwilioError {
    /** Who has the number said STOP, or the carrier filters what goes there: never again. */
    STOPPED,
    /** The number cannot be texted: it is none, a landline, or nobody has it. */
    BAD_ADDRESS,
    /** It says nothing of the address. */
    OTHER;

    private static final Set<Integer> STOPS = Set.of(21610, 30007);
    private static final Set<Integer> BAD = Set.of(21211, 21614, 30005, 30006);

    /** @param code as Twilio gives it, in its answer or in a message's status */
    public static TwilioError of(int code) {
        return STOPS.contains(code) ? STOPPED : BAD.contains(code) ? BAD_ADDRESS : OTHER;
    }

    /** As the hub's own error codes have it. */
    public static String code(int code) {
        return "TWILIO_" + code;
    }
}
