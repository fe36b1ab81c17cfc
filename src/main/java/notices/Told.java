package notices;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import preferences.Channel;
import preferences.NoticeType;

/**
 * What one receiver was told of an outage, and of those that go on in it: what was handed to the provider (rules.md §1).
 *
 * @param tellings oldest first, on all channels
 */
public record Told(List<Telling> tellings) {

    /** Nothing was told. */
    public static final Told NOTHING = new Told(List.of());

    public Told {
        tellings = List.copyOf(tellings);
    }

    /**
     * One notice that was told.
     *
     * @param notice its id
     * @param type its type
     * @param channel where
     * @param at when
     * @param said what it said
     */
    public record Telling(String notice, NoticeType type, Channel channel, Instant at, Facts said) {}

    /** How much was told there. */
    long count(Channel there) {
        return tellings.stream().filter(telling -> telling.channel() == there).count();
    }

    /** What was told there from then on. */
    Stream<Telling> since(Instant then, Channel there) {
        return tellings.stream()
                .filter(telling -> telling.channel() == there && !telling.at().isBefore(then));
    }

    /** Whether this very notice was told there. */
    boolean has(Notice notice, Channel there) {
        return tellings.stream()
                .anyMatch(telling ->
                        telling.channel() == there && telling.notice().equals(notice.id()));
    }

    /** Whether a notice of this type was told there. */
    boolean has(NoticeType type, Channel there) {
        return tellings.stream().anyMatch(telling -> telling.channel() == there && telling.type() == type);
    }

    /** The type that was told there last of these; null when none was. */
    NoticeType last(Channel there, List<NoticeType> of) {
        return latest(tellings.stream()
                .filter(telling -> telling.channel() == there && of.contains(telling.type()))
                .map(Telling::type)
                .toList());
    }

    /** What was said there last of one fact; null when nothing was. */
    <T> T said(Channel there, Function<Facts, T> fact) {
        return latest(tellings.stream()
                .filter(telling -> telling.channel() == there)
                .map(telling -> fact.apply(telling.said()))
                .filter(Objects::nonNull)
                .toList());
    }

    /**
     * The ERT that the receiver was told last, wherever; null when none was. This notice's own telling on another channel
     * does not count, or the second channel would never be told.
     */
    Instant ertBefore(Notice notice) {
        return latest(tellings.stream()
                .filter(telling -> !telling.notice().equals(notice.id()))
                .map(telling -> telling.said().ert())
                .filter(Objects::nonNull)
                .toList());
    }

    private static <T> T latest(List<T> values) {
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }
}
