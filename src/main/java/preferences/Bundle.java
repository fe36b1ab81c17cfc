package preferences;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        choices = List.copyOf(choices);
    }
}
