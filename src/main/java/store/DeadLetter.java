package store;

import java.time.Instant;
import java.util.Map;

/**
 * A message that could not go on, kept for an operator.
 *
 * @param id unique; the same failure of the same message has the same id, so that a repeat is recorded once
 * @param place the door ({@code cms.reports}, {@code http}, …), {@code outage}, or the neighbour
 * @param step where it failed
 * @param code a stable code of the error catalogue
 * @param cause what was wrong, where, what to do
 * @param outage the outage; nullable
 * @param message the message's own id; nullable
 * @param attempts how often it was tried
 * @param at when it was given up
 * @param came the message as it came; Base64 when it is no text, and cut when a door refused it for its length
 * @param mapped the message as it was mapped; nullable
 * @param headers what is needed to send it again: {@code to}, group and our own headers
 * @param whole whether {@code came} is the message itself, so that it can be sent again
 */
public record DeadLetter(
        String id,
        String place,
        Step step,
        String code,
        String cause,
        String outage,
        String message,
        int attempts,
        Instant at,
        String came,
        String mapped,
        Map<String, String> headers,
        boolean whole) {

    /** One that is kept whole. */
    public DeadLetter(
            String id,
            String place,
            Step step,
            String code,
            String cause,
            String outage,
            String message,
            int attempts,
            Instant at,
            String came,
            String mapped,
            Map<String, String> headers) {
        this(id, place, step, code, cause, outage, message, attempts, at, came, mapped, headers, true);
    }

    /** Where a message failed. */
    public enum Step {
        DECODE,
        CHECK,
        DECIDE,
        MAP,
        DELIVER,
        ANSWER
    }
}
