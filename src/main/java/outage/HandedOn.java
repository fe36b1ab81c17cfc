package outage;

/**
 * A report for an outage that was merged, handed on to where it goes on (rules.md §2).
 *
 * @param id of its own, made from the report's and the way it goes
 * @param outage where it goes on
 * @param from the merged outage
 * @param report the report as it came
 * @param approved whether the Dispatcher has let it pass already
 */
public record HandedOn(String id, String outage, String from, FieldReport report, boolean approved)
        implements OutageMessage {}
