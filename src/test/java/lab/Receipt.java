package lab;

import java.time.Instant;
import java.util.Map;

/**
 * What a played neighbour received, as {@code GET /lab/received/…} shows it.
 *
 * @param time when, by the lab's clock
 * @param headers those that the neighbour's contract knows
 * @param body as it came
 */
public record Receipt(Instant time, Map<String, String> headers, String body) {
    public Receipt {
        headers = Map.copyOf(headers);
    }
}
