package outage;

import java.util.List;

/** Asks back offices what they hold as open (docs/neighbours.md). */
public interface Reconciliations {

    /** Who is asked: all but CMS, which holds nothing of ours. */
    List<String> neighbours();

    /**
     * Asks one of them. What comes of it, also that it cannot be reached, stands with the run.
     *
     * @param by who ordered it
     * @return the run's id
     */
    String run(String neighbour, String by);
}
