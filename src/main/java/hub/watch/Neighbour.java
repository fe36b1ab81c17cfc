package hub.watch;

import java.util.List;

/**
 * A neighbour that the hub delivers to, and where what is for it lies. Names are those of {@code hub.endpoints}; the
 * endpoint's scheme decides how it is judged: one on a broker by who takes from its queue, every one by its deliveries.
 *
 * @param name as deliveries and dead letters have it
 * @param reader the hub's own queue of what is to be delivered; null for none
 * @param takes where it takes what was delivered
 * @param answers whether it owes an answer to what it took
 */
record Neighbour(String name, String reader, List<String> takes, boolean answers) {

    static final List<Neighbour> ALL = List.of(
            new Neighbour("cms", null, List.of("cms-acks", "cms-tasks"), false),
            new Neighbour("oms", "oms-changes", List.of("oms-requests"), true),
            new Neighbour("css", "oan-changes-css", List.of("css"), false),
            new Neighbour("wms", "wms-changes", List.of("wms"), false),
            new Neighbour("crm", "oan-changes-crm", List.of("crm"), false));
}
