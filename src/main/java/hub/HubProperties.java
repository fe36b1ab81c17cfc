package hub;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Every setting under {@code hub}. Defaults stand in {@code application.yaml}, meanings in docs/settings.md; a test keeps
 * the three in step.
 *
 * @param id this hub's name, the same after a restart; hubs that share a broker and a database need different ones
 * @param data the folder of what must not be lost
 * @param mappings overrides the mappings packed in the jar; null for none
 * @param referenceData the folder of the extracts of CIS and GIS; null for none
 * @param outage the queue that all is decided from
 * @param delivery the queue of each reader
 * @param metrics the user who may read the meters, and nothing else
 * @param endpoints Camel addresses by name, as routes use them
 */
@Validated
@ConfigurationProperties("hub")
public record HubProperties(
        @NotBlank String id,
        @NotNull Path data,
        Path mappings,
        Path referenceData,
        @Valid @NotNull ClockSettings clock,
        @Valid @NotNull Oms oms,
        @Valid @NotNull Oan oan,
        @Valid @NotNull Intake intake,
        @Valid @NotNull Queue outage,
        @Valid @NotNull Queue delivery,
        @Valid @NotNull Broker broker,
        @DefaultValue Admin admin,
        @DefaultValue User metrics,
        @DefaultValue Doors doors,
        @DefaultValue Neighbours neighbours,
        @NotEmpty Map<String, @NotBlank String> endpoints) {

    /** @param maxDelay the longest delay given to the broker at once */
    public record ClockSettings(@NotNull Duration maxDelay) {}

    /** @param patience how long OMS may keep readers waiting (rules.md §6) */
    public record Oms(@NotNull Duration patience) {}

    /**
     * @param phone the number that customers may call (FR 4)
     * @param zone in which customers read times
     */
    public record Oan(@NotBlank String phone, @NotNull ZoneId zone) {}

    /**
     * What the doors take.
     *
     * @param maxBytes of one message with reports
     * @param maxEventBytes of one message of OMS
     * @param maxReports in one call
     * @param maxBacklog of messages waiting in {@code outage.reports} before the doors for new reports close
     * @param maxDiskPercent of the broker's disk in use before they close
     */
    public record Intake(
            @Min(1024) int maxBytes,
            @Min(1024) int maxEventBytes,
            @Min(1) int maxReports,
            @Min(1) int maxBacklog,
            @Min(1) @Max(100) int maxDiskPercent) {}

    /** @param consumers of a queue that is grouped by outage; a fixed number, since groups move badly */
    public record Queue(@Min(1) @Max(64) int consumers) {}

    /**
     * The hub's own broker.
     *
     * @param url of a broker outside; null or empty: one runs in this process
     * @param user by which the hub logs in at the broker outside
     * @param password of that user
     * @param acceptor host and port where neighbours reach the embedded broker; port 0 for any, empty for none
     * @param maxSize of one address in memory; beyond it goes to disk
     * @param pageSize of one file there
     * @param users neighbours who may log in at the embedded broker, by name
     */
    public record Broker(
            String url,
            String user,
            String password,
            String acceptor,
            @NotNull DataSize maxSize,
            @NotNull DataSize pageSize,
            @DefaultValue Map<String, User> users) {

        /** Whether the broker runs in this process. */
        public boolean embedded() {
            return !isSet(url);
        }

        /** The neighbour's password at the embedded broker; null when it may not log in. */
        public String passwordOf(String name) {
            var found = users.get(name);
            return found == null || !isSet(found.password()) ? null : found.password();
        }
    }

    /** @param password null or empty: the user cannot log in */
    public record User(String password) {}

    /** @param password of the user {@code admin}; null or empty: made at random at the first start */
    public record Admin(String password) {}

    /** HTTP doors; each has a user of its name. Without a password a door is open, and only on loopback. */
    public record Doors(@DefaultValue User cms, @DefaultValue User dispatcher, @DefaultValue User readers) {}

    /** Neighbours that have a broker of their own. */
    public record Neighbours(@DefaultValue OwnBroker oms) {}

    /**
     * @param brokerUrl of the neighbour's broker; null or empty: the hub's own
     * @param user by which the hub logs in there
     * @param password of that user
     */
    public record OwnBroker(String brokerUrl, String user, String password) {}

    /** Whether a text setting was given. */
    public static boolean isSet(String setting) {
        return setting != null && !setting.isBlank();
    }
}
