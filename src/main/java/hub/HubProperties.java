package hub;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import preferences.Channel;

/**
 * Every setting under {@code hub}. Defaults stand in {@code application.yaml}, meanings in docs/settings.md; a test keeps
 * the three in step.
 *
 * @param id this hub's name, the same after a restart; hubs that share a broker and a database need different ones
 * @param data the folder of what must not be lost
 * @param routes the folder by which routes are deployed; null for none
 * @param mappings the folder by which mappings are deployed; null for none
 * @param referenceData the folder of the extracts of CIS and GIS; null for none
 * @param mapping what one run of a mapping may take
 * @param outage the queue that all is decided from
 * @param delivery the queue of each reader
 * @param replay batches of dead letters
 * @param notices what customers are told
 * @param publicUrl under which the internet reaches this hub; null or empty: not at all
 * @param ihd in-home displays
 * @param twilio the account at Twilio by which texts are sent
 * @param sap the SAP systems that endpoints name
 * @param operator the user who may use the operator's desk, and is not shown customers' data
 * @param metrics the user who may read the meters, and nothing else
 * @param traces where spans go
 * @param shadow neighbours to whom nothing is sent, or {@code all}; empty for none
 * @param reconciliation what back offices are asked that they hold as open
 * @param endpoints Camel addresses by name, as routes use them
 */
@Validated
@ConfigurationProperties("hub")
public record HubProperties(
        @NotBlank String id,
        @NotNull Path data,
        Path routes,
        Path mappings,
        Path referenceData,
        @Valid @NotNull ClockSettings clock,
        @Valid @NotNull Oms oms,
        @Valid @NotNull Oan oan,
        @Valid @NotNull Css css,
        @Valid @NotNull Mapping mapping,
        @Valid @NotNull Intake intake,
        @Valid @NotNull Drop drop,
        @Valid @NotNull Keep keep,
        @Valid @NotNull Queue outage,
        @Valid @NotNull Queue delivery,
        @Valid @NotNull Replay replay,
        @Valid @NotNull Notices notices,
        String publicUrl,
        @Valid @NotNull Ihd ihd,
        @Valid @NotNull Twilio twilio,
        @Valid @NotNull Broker broker,
        @DefaultValue Admin admin,
        @DefaultValue User operator,
        @DefaultValue User metrics,
        @DefaultValue Traces traces,
        @DefaultValue Doors doors,
        @DefaultValue Neighbours neighbours,
        @Valid @DefaultValue Sap sap,
        @NotNull List<@NotBlank String> shadow,
        @Valid @NotNull ReconciliationSettings reconciliation,
        @NotEmpty Map<String, @NotBlank String> endpoints) {

    /** @param maxDelay the longest delay given to the broker at once */
    public record ClockSettings(@NotNull Duration maxDelay) {}

    /** @param patience how long OMS may keep readers waiting (rules.md §6) */
    public record Oms(@NotNull Duration patience) {}

    /**
     * @param phone the number that customers may call (FR 4)
     * @param zone in which customers read times
     * @param utility the name by which the utility speaks to its customers
     */
    public record Oan(@NotBlank String phone, @NotNull ZoneId zone, @NotBlank String utility) {}

    /** @param charset in which CSS reads: text in UTF-8, or bytes without line ends in a code page of mainframes */
    public record Css(@NotBlank @Pattern(regexp = "UTF-8|Cp037|Cp1047") String charset) {}

    /**
     * What one run of a mapping may take; what takes more is a refused message.
     *
     * @param maxTime of real time
     * @param maxChars of what it makes
     */
    public record Mapping(@NotNull Duration maxTime, @Min(1024) int maxChars) {}

    /**
     * What the doors take.
     *
     * @param maxBytes of one message with reports
     * @param maxEventBytes of one message of OMS
     * @param maxReports in one call
     * @param maxBacklog of messages waiting in {@code outage.reports} before the doors for new reports close
     * @param maxDiskPercent of the broker's disk in use before they close
     * @param fileBacklog of messages waiting there before files wait
     * @param fileBatch of a file's reports in one transaction
     */
    public record Intake(
            @Min(1024) int maxBytes,
            @Min(1024) int maxEventBytes,
            @Min(1) int maxReports,
            @Min(1) int maxBacklog,
            @Min(1) @Max(100) int maxDiskPercent,
            @Min(1) int fileBacklog,
            @Min(1) int fileBatch) {}

    /**
     * Folders in which senders put files. A drop folder belongs to one hub.
     *
     * @param cms with {@code in} for CMS's files, {@code done} and {@code refused}
     * @param minAge how long nobody must have written to a file
     * @param maxWriting how long a file may be written before it is refused
     */
    public record Drop(@NotNull Path cms, @NotNull Duration minAge, @NotNull Duration maxWriting) {}

    /**
     * How long what is over is kept before a purge takes it; never what is open (docs/operating.md, keeping and purging).
     *
     * @param reports since they came
     * @param decisions about other messages, and requests to OMS
     * @param clocks that rang
     * @param history of outages that nothing has changed for so long
     * @param deliveries since their last attempt
     * @param deadLetters that were dealt with
     * @param files of the drop folder that were read to their end
     * @param outages that nothing has changed for so long
     * @param schedule when a purge begins by itself, as Spring's cron in the zone of {@code hub.oan.zone}; {@code -} for never
     */
    public record Keep(
            @NotNull Duration reports,
            @NotNull Duration decisions,
            @NotNull Duration clocks,
            @NotNull Duration history,
            @NotNull Duration deliveries,
            @NotNull Duration deadLetters,
            @NotNull Duration files,
            @NotNull Duration outages,
            @NotBlank String schedule) {}

    /** @param consumers of a queue that is grouped by outage; a fixed number, since groups move badly */
    public record Queue(@Min(1) @Max(64) int consumers) {}

    /** @param rate so many dead letters of a batch are sent again in a second, where its start says nothing else */
    public record Replay(@Min(1) @Max(1000) int rate) {}

    /**
     * What customers are told.
     *
     * @param batch how many accounts are planned in one transaction
     * @param channels that this utility has
     * @param senders by whom channels send, by whatever name; a channel without one sends as fast as it can
     */
    public record Notices(
            @Min(1) @Max(5000) int batch, Set<Channel> channels, @DefaultValue Map<String, @Valid Sender> senders) {}

    /**
     * @param channel that it sends for
     * @param address the utility's own phone number or e-mail address
     * @param perSecond how many it may send in a second, as its provider allows
     */
    public record Sender(@NotNull Channel channel, @NotBlank String address, @Positive double perSecond) {}

    /** @param bytes of text that a display takes: 100, older ones 59 */
    public record Ihd(@Min(40) @Max(100) int bytes) {}

    /**
     * The account at Twilio.
     *
     * @param url where Twilio's API is
     * @param accountSid the account, AC and 32 digits
     * @param authToken its password, by which Twilio signs its calls too
     * @param callTimeout how long Twilio may take to answer
     */
    public record Twilio(@NotNull URI url, String accountSid, String authToken, @NotNull Duration callTimeout) {}

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

    /** @param endpoint an OTLP collector's, over HTTP; null or empty: spans go nowhere, trace contexts go on all the same */
    public record Traces(String endpoint) {}

    /** @param password of the user {@code admin}; null or empty: made at random at the first start */
    public record Admin(String password) {}

    /**
     * HTTP doors; each has a user of its name. Without a password a door is open, and only on loopback; that of {@code csr} is
     * the administrator's alone then.
     */
    public record Doors(
            @DefaultValue User cms,
            @DefaultValue User dispatcher,
            @DefaultValue User readers,
            @DefaultValue User csr) {}

    /** Neighbours that have a broker of their own. */
    public record Neighbours(@DefaultValue OwnBroker oms, @DefaultValue OwnBroker css) {}

    /**
     * @param brokerUrl of the neighbour's broker, where that is an Artemis; null or empty: the hub's own
     * @param user by which the hub logs in there
     * @param password of that user
     * @param connectionFactory class of another broker's connection factory, such as IBM MQ's; null or empty: Artemis
     * @param connectionSettings what to set on it, by the names of its bean properties
     */
    public record OwnBroker(
            String brokerUrl,
            String user,
            String password,
            String connectionFactory,
            @DefaultValue Map<String, String> connectionSettings) {}

    /**
     * SAP systems, as the stub of camel-sap reaches them.
     *
     * @param destinations by the name that endpoints give, in whatever case
     * @param servers that take IDocs, by name
     */
    public record Sap(
            @DefaultValue Map<String, @Valid SapSystem> destinations,
            @DefaultValue Map<String, @Valid SapServer> servers) {}

    /**
     * @param url of the stub's gateway
     * @param client SAP's, three digits
     * @param user by which the hub logs in
     * @param password of that user; null or empty for none
     * @param callTimeout how long an answer may take
     */
    public record SapSystem(
            @NotNull URI url,
            @NotBlank String client,
            @NotBlank String user,
            String password,
            @NotNull Duration callTimeout) {}

    /** @param destination the SAP system whose IDocs it takes */
    public record SapServer(@NotBlank String destination) {}

    /** Whether a text setting was given. */
    public static boolean isSet(String setting) {
        return setting != null && !setting.isBlank();
    }
}
