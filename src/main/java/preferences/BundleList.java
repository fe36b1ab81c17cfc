package preferences;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All bundles that are offered (FR 14).
 *
 * @param all in the order in which they are expected to please
 */
public record BundleList(List<Bundle> all) {
    public BundleList {
        all = List.copyOf(all);
    }

    /** The bundle of this id; empty when there is none. */
    public Optional<Bundle> find(String id) {
        return all.stream().filter(bundle -> bundle.id().equals(id)).findFirst();
    }

    /**
     * The bundles that fit a group, what its customers took most first; where none or as many took them, as they are expected
     * to please (FR 15).
     *
     * @param taken how many receivers of that group took each bundle, by its id
     */
    public List<Suggestion> suggestedTo(CustomerGroup group, Map<String, Long> taken) {
        return all.stream()
                .filter(bundle -> bundle.groups().contains(group))
                .map(bundle -> new Suggestion(bundle, taken.getOrDefault(bundle.id(), 0L)))
                .sorted(Comparator.comparingLong(Suggestion::taken).reversed())
                .toList();
    }
}
