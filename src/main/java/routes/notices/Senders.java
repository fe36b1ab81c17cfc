package routes.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import outage.HubClock;
import preferences.Channel;

/**
 * By whom each channel sends, and how fast each of them may: the provider is the bottleneck. Each sender is paced evenly, and
 * what goes out is spread over them. One that is told to wait waits; a provider that is away closes its channel, ever longer.
 * All in real time, and for this hub alone; a restart begins anew.
 */
public final class Senders {

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** A fast sender may catch up so much. */
    private static final Duration CATCHES_UP = Duration.ofMillis(50);

    private final Map<Channel, Line> lines = new EnumMap<>(Channel.class);
    private final HubClock clock;

    /**
     * @param address a phone number or an e-mail address of the utility's
     * @param perSecond how many it may send in a second; null for as many as it likes
     */
    public record Sender(Channel channel, String address, Double perSecond) {}

    /** @param senders all there are; a channel that has none sends by nobody's name, as fast as it can */
    public Senders(List<Sender> senders, HubClock clock) {
        this.clock = clock;
        for (var channel : Channel.values()) {
            var own = senders.stream()
                    .filter(sender -> sender.channel() == channel)
                    .map(Slot::new)
                    .toList();
            lines.put(channel, new Line(own.isEmpty() ? List.of(new Slot(new Sender(channel, null, null))) : own));
        }
    }

    /** A sender, and when its next notice may go. */
    private static final class Slot {
        final Sender sender;
        final Duration apart;
        Instant next = Instant.MIN;

        Slot(Sender sender) {
            this.sender = sender;
            this.apart =
                    sender.perSecond() == null ? Duration.ZERO : Duration.ofNanos(Math.round(1e9 / sender.perSecond()));
        }

        long free(Instant now) {
            if (next.isAfter(now)) {
                return 0;
            }
            if (apart.isZero()) {
                return Integer.MAX_VALUE;
            }
            return 1 + sinceNext(now).toNanos() / apart.toNanos();
        }

        private Duration sinceNext(Instant now) {
            var since = next.equals(Instant.MIN) ? Duration.ZERO : Duration.between(next, now);
            return since.compareTo(CATCHES_UP) > 0 ? CATCHES_UP : since;
        }

        void use(Instant now) {
            next = now.minus(sinceNext(now)).plus(apart);
        }
    }

    /** A channel's senders, and whether its provider is away. */
    private static final class Line {
        final List<Slot> slots;
        Instant closedUntil = Instant.MIN;
        Duration wait = FIRST_WAIT;

        Line(List<Slot> slots) {
            this.slots = slots;
        }
    }

    /** How many may go now, at most so many. */
    synchronized int free(Channel channel, int most) {
        var now = clock.real();
        var line = lines.get(channel);
        if (line.closedUntil.isAfter(now)) {
            return 0;
        }
        var free = line.slots.stream().mapToLong(slot -> slot.free(now)).sum();
        return (int) Math.min(most, free);
    }

    /** Takes the one that has been free longest; its address, which may be null. */
    synchronized String take(Channel channel) {
        var slot = lines.get(channel).slots.stream()
                .min(Comparator.comparing(one -> one.next))
                .orElseThrow();
        slot.use(clock.real());
        return slot.sender.address();
    }

    /** This sender is to send nothing for so long. */
    synchronized void leaveAlone(Channel channel, String address, Duration wait) {
        var until = clock.real().plus(wait);
        lines.get(channel).slots.stream()
                .filter(slot -> Objects.equals(slot.sender.address(), address))
                .forEach(slot -> slot.next = until);
    }

    /**
     * The provider was not reached: the channel is closed for a time that doubles while it stays away.
     *
     * @return how long it is closed now
     */
    synchronized Duration unreachable(Channel channel) {
        var now = clock.real();
        var line = lines.get(channel);
        if (!line.closedUntil.isAfter(now)) {
            line.closedUntil = now.plus(line.wait);
            var twice = line.wait.multipliedBy(2);
            line.wait = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
        }
        return Duration.between(now, line.closedUntil);
    }

    /** The provider answered. */
    synchronized void reached(Channel channel) {
        var line = lines.get(channel);
        line.wait = FIRST_WAIT;
        line.closedUntil = Instant.MIN;
    }

    synchronized boolean isOpen(Channel channel) {
        return !lines.get(channel).closedUntil.isAfter(clock.real());
    }
}
