package web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mapping.Fault;
import mapping.FaultCode;
import mapping.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import store.RefusedMessages;

/** Answers a refused body as problem+json that names every fault, and keeps it where an operator finds it. */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final RefusedMessages kept;

    Refusals(RefusedMessages kept) {
        this.kept = kept;
    }

    ResponseEntity<Object> answer(List<Fault> faults, byte[] body) {
        keep(faults, body);
        return answer(faults);
    }

    /** Answers alone: whoever sits at the other end has the message, and what a customer wants to be is not for operators. */
    static ResponseEntity<Object> answer(List<Fault> faults) {
        var code = decisive(faults);
        var status = status(code);
        var problem =
                ProblemDetail.forStatusAndDetail(status, "Nothing was accepted. See faults; each says what to do.");
        problem.setTitle("The message was refused");
        problem.setProperty("code", code);
        problem.setProperty("faults", faults.stream().map(Refusals::shown).toList());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The first fault's, save that 409 is for a message in which nothing else is wrong. */
    private static FaultCode decisive(List<Fault> faults) {
        return faults.stream()
                .map(Fault::code)
                .filter(code -> code != FaultCode.ID_REUSED)
                .findFirst()
                .orElse(FaultCode.ID_REUSED);
    }

    static Map<String, String> shown(Fault fault) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("pointer", fault.at());
        shown.put("code", fault.code().name());
        shown.put("detail", fault.detail());
        shown.put("remedy", fault.code().remedy());
        return shown;
    }

    /** The sender is told in any case: when the database is away too, only the log keeps the code. */
    private void keep(List<Fault> faults, byte[] body) {
        try {
            var came = Kept.of(body);
            kept.keep("http", came, came, Kept.isWhole(body), faults);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("errorCode", faults.get(0).code())
                    // Its kind alone: a database's words may quote the message.
                    .addKeyValue("cause", e.getClass().getName())
                    .log("A refused message could not be kept");
        }
    }

    private static HttpStatus status(FaultCode code) {
        return switch (code) {
            case WRONG_CONTENT_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_LARGE, TOO_MANY -> HttpStatus.PAYLOAD_TOO_LARGE;
            case ID_REUSED -> HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
