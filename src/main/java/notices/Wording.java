package notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import preferences.NoticeType;

/**
 * What is to be put into words, and for whom.
 *
 * @param type which notice
 * @param facts what it says; {@link Facts#NONE} where the sender's text says all
 * @param text of SAFETY, THIRD_PARTY and PROMOTION, as its sender wrote it; null for the others
 * @param language tag of one of {@link preferences.Languages#ALL}
 * @param zone in which the receiver reads times
 * @param now when it is read: what is today is said without its day
 */
public record Wording(NoticeType type, Facts facts, String text, String language, ZoneId zone, Instant now) {

    public Wording {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
    }
}
