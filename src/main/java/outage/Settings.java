package outage;

import java.time.Duration;

/**
 * What the utility sets about the rules.
 *
 * @param patience how long OMS may keep readers waiting (rules.md §6)
 * @param phone the number that customers may call (FR 4)
 */
public record Settings(Duration patience, String phone) {}
