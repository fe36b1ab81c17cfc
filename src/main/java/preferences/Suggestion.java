package preferences;

/**
 * A bundle suggested to a customer group.
 *
 * @param bundle which
 * @param taken how many receivers of that group took it
 */
public record Suggestion(Bundle bundle, long taken) {}
