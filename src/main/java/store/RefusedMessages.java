package store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mapping.Fault;
import mapping.FaultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Ids;

/** What doors refused, kept among the dead letters; the same refusal of the same message once. */
@Component
public class RefusedMessages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedMessages.class);

    private final DeadLetters letters;
    private final HubClock clock;

    public RefusedMessages(DeadLetters letters, HubClock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Keeps a message.
     *
     * @param door {@code http}, or the queue it came by
     * @param cause what makes this message this one: its JMS id, or the message itself
     * @param came the message in the form of {@link mapping.Kept}
     * @param whole whether that is the message itself
     * @param faults at least one
     */
    public void keep(String door, String cause, String came, boolean whole, List<Fault> faults) {
        var code = faults.get(0).code();
        letters.keep(new DeadLetter(
                Ids.of(cause, "dead-letter", code.name(), door),
                door,
                step(code),
                code.name(),
                faults.stream().map(Fault::line).collect(Collectors.joining("\n")),
                null,
                null,
                1,
                clock.instant(),
                came,
                null,
                Map.of(),
                whole));
        LOG.atWarn()
                .addKeyValue("neighbour", door)
                .addKeyValue("errorCode", code)
                .addKeyValue("faults", faults.size())
                .log("A message was refused at a door; it lies with the dead letters");
    }

    private static DeadLetter.Step step(FaultCode code) {
        return switch (code) {
            case EMPTY,
                    NOT_TEXT,
                    NOT_UTF8,
                    WRONG_CONTENT_TYPE,
                    TOO_LARGE,
                    TOO_DEEP,
                    NOT_JSON,
                    DUPLICATE_KEY,
                    NOT_XML,
                    NOT_CSV,
                    NO_PLAIN_FILE,
                    NEVER_ENDS,
                    DOCTYPE,
                    UNFORESEEN -> DeadLetter.Step.DECODE;
            default -> DeadLetter.Step.CHECK;
        };
    }
}
