package notices;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.QuietHours;
import preferences.Receiver;

/**
 * A receiver's quiet hours, by the clock on that receiver's wall: where the clock is put forward over their end, they end
 * at that moment; an hour that comes twice is quiet twice (rules.md §5).
 *
 * @param hours every day
 * @param zone the receiver's
 */
record Quiet(QuietHours hours, ZoneId zone) {

    /** Nobody is called in the night who did not say so. */
    private static final QuietHours VOICE = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** Those that hold at a place; empty when there are none. A display has none, nor has a letter. */
    static Optional<Quiet> at(Place place, Account account) {
        return switch (place.channel()) {
            case IHD, LETTER -> Optional.empty();
            case EMAIL, SMS, VOICE ->
                place.people(account).stream().findFirst().map(person -> of(place.channel(), person));
        };
    }

    private static Quiet of(Channel channel, Receiver person) {
        var own = person.choices().stream()
                .filter(choice -> choice.channel() == channel)
                .map(Choice::quiet)
                .filter(Objects::nonNull)
                .findFirst();
        return new Quiet(own.orElse(channel == Channel.VOICE ? VOICE : QuietHours.NONE), person.zone());
    }

    /** The first moment from now on that is not quiet. */
    Instant over(Instant now) {
        if (!covers(now)) {
            return now;
        }
        var today = now.atZone(zone).toLocalDate();
        // Three days, for a zone that crosses the date line skips one.
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(3)
                .flatMap(day -> moments(day.atTime(hours.until())))
                .filter(moment -> moment.isAfter(now) && !covers(moment))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("quiet hours " + hours + " in " + zone + " never end"));
    }

    private boolean covers(Instant moment) {
        var time = moment.atZone(zone).toLocalTime();
        var begun = !time.isBefore(hours.from());
        var going = time.isBefore(hours.until());
        return hours.from().isBefore(hours.until())
                ? begun && going
                : !hours.equals(QuietHours.NONE) && (begun || going);
    }

    /** When the clock shows this: once, twice where it is put back, as it jumps where it is put forward over it. */
    private Stream<Instant> moments(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Stream.of(zone.getRules().getTransition(local).getInstant())
                : offsets.stream().map((ZoneOffset offset) -> local.toInstant(offset));
    }
}
