package outage;

import java.util.Optional;

/** Reports that were decided, to be read. */
public interface Reports {

    /** The report with this id as it came first; empty when none was decided (yet). */
    Optional<FieldReport> find(String id);

    /** What became of the report with this id; empty when it was not decided (yet). */
    Optional<Outcome> outcome(String id);
}
