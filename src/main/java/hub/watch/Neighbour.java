package hub.watch;

import java.util.List;

/**
 * A neighbour that the hub delivers to, and where what is for it lies. Names are those of {@code hub.endpoints}; the
 * endpoint's scheme decides how it is judged: one on a broker by who takes from its queue, every one by its deliveries.
 *
 * @param name as deliveries and dead letters have it
 * @param readers the hub's own queues of what is to be delivered; none for one that is told in place
 * @param takes where it takes what was delivered
 * @param answers whether it owes an answer to what it took
 */
record Neighbour(String name, List<String> readers, List<String> takes, boolean answers) {

    static final List<Neighbour> ALL = List.of(
            new Neighbour("cms", List.of(), List.of("cms-acks", "cms-tasks"), false),
            new Neighbour("oms", List.of("oms-changes"), List.of("oms-requests"), true),
            new Neighbour("crm", List.of("oan-changes-crm"), List.of("crm"), false),
            new Neighbour("css", List.of("oan-changes-css"), List.of("css"), false),
            new Neighbour("wms", List.of("oan-changes-wms", "wms-changes"), List.of("wms"), false));
}
