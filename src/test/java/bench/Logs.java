package bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a program without Spring Boot writes into its log. */
public final class Logs {

    private Logs() {}

    /** As much as the hub writes; a broker that wrote a line for each message would be a slow one. */
    public static void asTheHub() {
        var logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        logs.getLogger("org.apache.activemq.audit").setLevel(Level.OFF);
    }
}
