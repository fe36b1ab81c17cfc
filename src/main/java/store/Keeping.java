package store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long what is over is kept. What makes a repeat harmless must stay as long as the repeat may come: a delivery as long as
 * the decision that would publish it again, an outage as long as anything about it.
 *
 * @param reports since they came, with their decisions
 * @param decisions of other messages, and requests to OMS
 * @param clocks that rang; these alone also while their outage is not over, for nothing asks for them again
 * @param history of outages that nothing has changed for so long
 * @param deliveries since their last attempt
 * @param deadLetters that were dealt with
 * @param files of the drop folder that were read to their end
 * @param outages that nothing has changed for so long: their state, their OAN, what they touch
 */
public record Keeping(
        Duration reports,
        Duration decisions,
        Duration clocks,
        Duration history,
        Duration deliveries,
        Duration deadLetters,
        Duration files,
        Duration outages) {

    private static final Duration LEAST = Duration.ofDays(1);

    /** @throws IllegalArgumentException naming the setting that would purge too early */
    public Keeping {
        var all = new LinkedHashMap<String, Duration>();
        all.put("reports", reports);
        all.put("decisions", decisions);
        all.put("clocks", clocks);
        all.put("history", history);
        all.put("deliveries", deliveries);
        all.put("dead-letters", deadLetters);
        all.put("files", files);
        all.put("outages", outages);
        all.forEach((name, kept) -> atLeast(name, kept, "a day", LEAST));
        atLeast("deliveries", deliveries, "hub.keep.reports", reports);
        atLeast("deliveries", deliveries, "hub.keep.decisions", decisions);
        for (var of : Map.of("reports", reports, "decisions", decisions, "history", history, "deliveries", deliveries)
                .entrySet()) {
            atLeast("outages", outages, "hub.keep." + of.getKey(), of.getValue());
        }
    }

    private static void atLeast(String name, Duration kept, String what, Duration least) {
        if (kept.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "hub.keep." + name + " is " + kept.toDays() + " days, less than " + what + " (" + least.toDays()
                            + "): what makes a repeat harmless would be purged too early. Set it longer.");
        }
    }
}
