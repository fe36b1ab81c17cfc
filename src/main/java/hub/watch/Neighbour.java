package hub.watch;

import java.util.List;

/**
 * A neighbour that the hub delivers to, and where what is for it lies. The endpoint's scheme decides how it is judged: one on a
 * broker by who takes from its queue, every one by its deliveries.
 *
 * @param name as deliveries and dead letters have it
 * @param queues the hub's own queues of what is to be delivered, by their own names; none for one that is told in place
 * @param takes endpoints where it takes what was delivered
 * @param answers whether it owes an answer to what it took
 */
record Neighbour(String name, List<String> queues, List<String> takes, boolean answers) {}
