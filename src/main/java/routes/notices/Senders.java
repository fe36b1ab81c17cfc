package routes.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import outage.HubClock;
import preferences.Channel;

/**
 * By whom each channel sends, and how fast each of them may: the provider is the bottleneck. In no second does a sender send more
 * than it may, and what goes out is spread over them. One that is told to wait waits; a provider that is away closes its channel, ever longer.
 * All in real time, and for this hub alone; a restart begins anew.
 */
public final class Senders {

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

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

    /** A sender, and what it has sent in the time in which it may send only so many. */
    private static final class Slot {
        final Sender sender;
        final int most;
        final Duration within;
        final Deque<Instant> sent = new ArrayDeque<>();
        Instant last = Instant.MIN;
        Instant pausedUntil = Instant.MIN;

        Slot(Sender sender) {
            this.sender = sender;
            this.most = isLimited() ? Math.max(1, (int) Math.floor(sender.perSecond())) : Integer.MAX_VALUE;
            this.within = isLimited() ? Duration.ofNanos(Math.round(1e9 * most / sender.perSecond())) : Duration.ZERO;
        }

        boolean isLimited() {
            return sender.perSecond() != null;
        }

        int free(Instant now) {
            if (pausedUntil.isAfter(now)) {
                return 0;
            }
            while (!sent.isEmpty() && !sent.peek().plus(within).isAfter(now)) {
                sent.poll();
            }
            return most - sent.size();
        }

        void use(Instant now) {
            last = now;
            if (isLimited()) {
                sent.add(now);
            }
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

    /**
     * Takes the one of the free that has sent nothing for longest; its address, which may be null.
     *
     * @throws java.util.NoSuchElementException when none is {@linkplain #free free}
     */
    synchronized String take(Channel channel) {
        var now = clock.real();
        var slot = lines.get(channel).slots.stream()
                .filter(one -> one.free(now) > 0)
                .min(Comparator.comparing(one -> one.last))
                .orElseThrow();
        slot.use(now);
        return slot.sender.address();
    }

    /** This sender is to send nothing for so long. */
    synchronized void leaveAlone(Channel channel, String address, Duration wait) {
        var until = clock.real().plus(wait);
        lines.get(channel).slots.stream()
                .filter(slot -> Objects.equals(slot.sender.address(), address))
                .forEach(slot -> slot.pausedUntil = until);
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
