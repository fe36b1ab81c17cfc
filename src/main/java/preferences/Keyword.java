package preferences;

import java.util.Locale;
import java.util.Set;

/** What a customer's reply by text asks for, as the carriers require it (rules.md §5, answers). */
public enum Keyword {
    /** No more texts. */
    STOP,
    /** Texts again. */
    START,
    /** Who writes, and how to reach them. */
    HELP,
    /** Something else. */
    NONE;

    private static final Set<String> STOPS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT OUT");
    private static final Set<String> STARTS = Set.of("START", "UNSTOP", "YES");
    private static final Set<String> HELPS = Set.of("HELP", "INFO");

    /** A keyword counts where it is all that was written, in whatever casing, with or without a full stop. */
    public static Keyword of(String reply) {
        var word = reply.strip().replaceAll("[.!]+$", "").toUpperCase(Locale.ROOT);
        if (STOPS.contains(word)) {
            return STOP;
        }
        return STARTS.contains(word) ? START : HELPS.contains(word) ? HELP : NONE;
    }
}
