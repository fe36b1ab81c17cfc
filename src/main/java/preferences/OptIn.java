package preferences;

import java.time.Instant;

/**
 * The proof that somebody wanted to be told at an address (BR 5).
 *
 * @param at when
 * @param how by which way, such as {@code web}, {@code csr}, {@code sms START}
 */
public record OptIn(Instant at, String how) {}
