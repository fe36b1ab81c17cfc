package outage;

import java.util.Map;

/** Says an OAN in plain words for customers. */
public interface OanWords {

    /** The words by language tag (en, es); times in the utility's zone, no technical codes (rules.md §4). */
    Map<String, String> of(Oan oan);
}
