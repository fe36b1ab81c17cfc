package routes.deployments;

/**
 * Where a JMS endpoint leads at its broker.
 *
 * @param component {@code jms} is the hub's own broker
 * @param name {@code address} or {@code address::queue}
 */
record Destination(String component, String name) {

    private static final String HUB = "jms";

    /** Of {@code jms:queue:oan.changes::crm?concurrentConsumers=4}: {@code jms} and {@code oan.changes::crm}. */
    static Destination of(String uri) {
        var bare = uri.replaceFirst("\\?.*", "");
        var scheme = bare.substring(0, Math.max(0, bare.indexOf(':')));
        return new Destination(
                scheme,
                bare.substring(scheme.length() + 1).replaceFirst("^//", "").replaceFirst("^(queue|topic):", ""));
    }

    String address() {
        return name.replaceFirst("::.*", "");
    }

    /** Whether it is this address at the hub's own broker, or a queue of it. */
    boolean isIn(String address) {
        return component.equals(HUB) && address().equals(address);
    }
}
