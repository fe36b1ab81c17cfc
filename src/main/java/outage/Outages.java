package outage;

import java.util.List;
import java.util.function.Function;

/** Where outages are kept. */
public interface Outages {

    /**
     * Decides one message in one database transaction that locks the outage's row first. A message that was decided before
     * is not decided again: what it published then is returned. The same report id with other content changes nothing and
     * returns the {@code ID_REUSED} acknowledgement that {@code reused} makes.
     *
     * @param message what came
     * @param decide the rules: the outage as it is to what follows
     * @param reused what to send when a report's id was used with other content; given the report as it was first
     * @return what to send, in order
     */
    List<Publication> decide(
            OutageMessage message, Function<Outage, Decision> decide, Function<FieldReport, List<Publication>> reused);
}
