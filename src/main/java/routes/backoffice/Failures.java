package routes.backoffice;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.MessageFormatException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import mapping.MappingException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jms.JmsException;
import org.springframework.transaction.TransactionException;
import sap.jco.JCoException;
import store.DeadLetter.Step;
import store.Failure;
import store.Failure.Kind;

/** Says which of the three kinds a failure is (rules.md §3). */
public final class Failures {

    private static final Set<Integer> UNREACHABLE = Set.of(408, 425, 429, 502, 503, 504);
    private static final int ANSWER = 500;

    private Failures() {}

    /** @param neighbour for the sentence that says what happened */
    public static Failure of(String neighbour, Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var known = known(neighbour, cause);
            if (known != null) {
                return known;
            }
        }
        return new Failure(
                Kind.REFUSED,
                Step.DELIVER,
                "UNFORESEEN",
                "Nobody foresaw this: " + thrown + "; find the reason, then replay");
    }

    private static Failure known(String neighbour, Throwable cause) {
        if (cause instanceof HttpOperationFailedException answered) {
            return http(neighbour, answered);
        }
        if (cause instanceof GenericFileOperationFailedException written) {
            return FileFailures.of(neighbour, written);
        }
        if (cause instanceof MappingException mapping) {
            return new Failure(Kind.REFUSED, Step.MAP, mapping.code().name(), mapping.getMessage() + ", then replay");
        }
        if (cause instanceof JCoException failed) {
            return SapFailures.of(neighbour, failed);
        }
        if (cause instanceof SapRefused refused) {
            return SapFailures.of(neighbour, refused);
        }
        if (cause instanceof WaitsForNumber waits) {
            return SapFailures.of(waits);
        }
        if (isDatabaseAway(cause)) {
            return unreachable("DATABASE_AWAY", "The hub's own database did not serve: " + cause.getMessage());
        }
        if (cause instanceof MessageFormatException || cause instanceof InvalidDestinationException) {
            return null;
        }
        if (cause instanceof ConnectTimeoutException || isJms(cause)) {
            return noConnection(neighbour, cause);
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return new Failure(
                    Kind.BUSY, Step.DELIVER, "NO_ANSWER", neighbour + " gave no answer in time: " + cause.getMessage());
        }
        if (cause instanceof IOException) {
            return unreachable("NO_CONNECTION", neighbour + " could not be reached: " + cause);
        }
        return null;
    }

    private static Failure http(String neighbour, HttpOperationFailedException answered) {
        var status = answered.getStatusCode();
        var kind = UNREACHABLE.contains(status) ? Kind.UNREACHABLE : status >= 500 ? Kind.BUSY : Kind.REFUSED;
        return new Failure(
                kind,
                Step.DELIVER,
                "HTTP_" + status,
                neighbour + " answered " + status + ": " + begin(answered.getResponseBody())
                        + (kind == Kind.REFUSED ? "; mend the mapping or the neighbour, then replay" : ""));
    }

    static Failure noConnection(String neighbour, Throwable cause) {
        return unreachable("NO_CONNECTION", neighbour + " could not be reached: " + cause.getMessage());
    }

    private static Failure unreachable(String code, String cause) {
        return new Failure(Kind.UNREACHABLE, Step.DELIVER, code, cause);
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof TransactionException;
    }

    /** Spring's own exception is looked into first: what it wraps says whether it is one of the connection. */
    private static boolean isJms(Throwable cause) {
        return cause instanceof JMSException || (cause instanceof JmsException && !hasJmsCause(cause));
    }

    private static boolean hasJmsCause(Throwable cause) {
        return cause.getCause() instanceof JMSException;
    }

    private static String begin(String body) {
        if (body == null) {
            return "(nothing)";
        }
        return body.length() <= ANSWER ? body : body.substring(0, ANSWER);
    }
}
