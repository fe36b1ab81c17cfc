package routes;

/**
 * A neighbour that has a queue of its own in the hub: an instance of the template {@code delivery}, as its parameters say.
 * Placeholders are resolved.
 *
 * @param route the route's id
 * @param neighbour the name by which deliveries, dead letters, health and meters know it
 * @param from where the route takes messages: a queue of the hub's broker
 * @param wake where a message is sent that is to come into that queue again
 * @param to the neighbour's own endpoint
 */
public record Reader(String route, String neighbour, String from, String wake, String to) {}
