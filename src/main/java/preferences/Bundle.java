package preferences;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ready-made set of choices (FR 14).
 *
 * @param id what it is known by
 * @param groups the customers it is meant for (FR 15)
 * @param names by language
 * @param choices what who takes it has chosen
 */
public record Bundle(String id, Set<CustomerGroup> groups, Map<String, String> names, List<Choice> choices) {
    public Bundle {
        groups = Set.copyOf(groups);
        names = Map.copyOf(names);
        choices = List.copyOf(choices);
    }
}
