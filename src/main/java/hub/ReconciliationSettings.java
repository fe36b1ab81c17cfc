package hub;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Settings under {@code hub.reconciliation}: when back offices are asked what they hold as open.
 *
 * @param at time of day, once a day; null: only when an operator wants it
 * @param zone of that time, and of SAP's plant
 * @param settle what was released or delivered so shortly before is not judged
 */
public record ReconciliationSettings(LocalTime at, @NotNull ZoneId zone, @NotNull Duration settle) {}
