package web;

import org.springframework.util.MultiValueMap;
import store.DeadLetters;
import store.LetterFilter;

/** Which dead letters an address names: the same words in a list, in its groups, and for a batch. */
final class LetterFilters {

    /** The names of its parameters. */
    static final String[] NAMES = {"place", "code", "cause", "outage", "from", "until", "state", "group", "batch"};

    private LetterFilters() {}

    static LetterFilter of(MultiValueMap<String, String> parameters) {
        return of(new Parameters(parameters, NAMES));
    }

    static LetterFilter of(Parameters given) {
        return new LetterFilter(
                given.text("place"),
                given.text("code"),
                given.text("cause"),
                given.text("outage"),
                given.instant("from"),
                given.instant("until"),
                given.one("state", DeadLetters.State.class),
                given.text("group"),
                given.text("batch"));
    }
}
