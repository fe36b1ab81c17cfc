package routes.intake;

import java.util.List;
import mapping.Fault;
import mapping.FaultCode;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import routes.Wordless;

/** A message that the hub itself stumbled over is refused like any other that it cannot read. */
@Component
class Unforeseen {

    private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

    /** The refusal. */
    public Reading refuse(
            @Body Object came,
            @Header("JMSMessageID") String message,
            @ExchangeException Exception failure,
            @Variable("door") String door) {
        LOG.atError()
                .addKeyValue("neighbour", door)
                .addKeyValue("errorCode", FaultCode.UNFORESEEN)
                .setCause(new Wordless(failure))
                .log("A door stumbled over a message");
        return new Reading(
                door,
                message,
                message,
                MessageText.kept(came),
                MessageText.isKeptWhole(came),
                List.of(),
                List.of(Fault.of(FaultCode.UNFORESEEN, "")));
    }
}
