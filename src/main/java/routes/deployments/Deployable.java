package routes.deployments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import store.Deployment.Kind;

/** A kind of thing that can be deployed while the hub runs: how it is found, judged and brought into force on this hub. */
interface Deployable {

    Kind kind();

    /** What lies in its folder now; what cannot even be read comes with its refusal. Empty while there is no folder. */
    Optional<List<Found>> look();

    /**
     * Judges it without changing anything.
     *
     * @param files text by file name
     * @throws Refusal saying what is wrong, where, and what to do
     */
    void check(String name, Map<String, String> files);

    /**
     * Brings it into force on this hub in place of what was; if that fails, what was is in force again.
     *
     * @throws Refusal when it cannot
     */
    void apply(String name, Map<String, String> files);

    /** Takes it out of force on this hub: what the hub brings along counts again, if anything. */
    void withdraw(String name);
}
