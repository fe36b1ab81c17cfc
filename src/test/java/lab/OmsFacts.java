package lab;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What OMS knows of an outage, by the element names of its contract; lists and maps where the contract nests.
 *
 * @param outage the outage's id
 * @param said what is known
 */
public record OmsFacts(String outage, Map<String, Object> said) {
    public OmsFacts {
        said = Map.copyOf(said);
    }

    OmsFacts with(OmsFacts later) {
        var both = new LinkedHashMap<>(said);
        both.putAll(later.said);
        return new OmsFacts(outage, both);
    }
}
