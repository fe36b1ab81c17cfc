package hub.broker;

import java.util.Map;

/**
 * How to reach a broker.
 *
 * @param url of an Artemis; null for another broker
 * @param user null or empty for a broker that asks for none
 * @param password of that user
 * @param factory class of another broker's connection factory; null for Artemis
 * @param settings what to set on that factory, by the names of its bean properties
 */
public record BrokerAccess(String url, String user, String password, String factory, Map<String, String> settings) {
    public BrokerAccess {
        user = user == null || user.isBlank() ? null : user;
        password = user == null ? null : password;
        settings = Map.copyOf(settings);
    }

    /** An Artemis. */
    public BrokerAccess(String url, String user, String password) {
        this(url, user, password, null, Map.of());
    }

    /** Another broker, such as IBM MQ. */
    static BrokerAccess by(String factory, Map<String, String> settings, String user, String password) {
        return new BrokerAccess(null, user, password, factory, settings);
    }

    /** Whether it is an Artemis, which can be asked about its queues. */
    public boolean isArtemis() {
        return factory == null;
    }

    /** Without the password, and without settings, which may hold one. */
    @Override
    public String toString() {
        return isArtemis() ? url : factory;
    }
}
