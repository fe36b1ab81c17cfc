package routes.notices;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Instant;
import org.apache.hc.client5.http.ConnectTimeoutException;
import routes.backoffice.Failures;
import routes.backoffice.RetryAfter;
import store.Failure;

/**
 * What an exception of a channel means. Unlike a back office, most providers do not know a repeat: a line that breaks after
 * the connection was there leaves in doubt whether they have it.
 */
public final class Answers {

    private Answers() {}

    /**
     * What it means.
     *
     * @param channel for the sentence that says what happened
     * @param now in real time, for an answer that says when to come again
     */
    public static Answer of(String channel, Throwable thrown, Instant now) {
        var failure = Failures.of(channel, thrown);
        return switch (failure.kind()) {
            case REFUSED -> new Answer.Refused(failure.code(), failure.cause());
            case BUSY -> new Answer.NoAnswer(failure.code(), failure.cause());
            case UNREACHABLE -> unreached(failure, thrown, now);
        };
    }

    private static Answer unreached(Failure failure, Throwable thrown, Instant now) {
        var wait = RetryAfter.of(thrown, now);
        if (wait.isPresent()) {
            return new Answer.Later(wait.get(), failure.code(), failure.cause());
        }
        return broke(thrown) || failure.code().equals("HTTP_408")
                ? new Answer.NoAnswer(failure.code(), failure.cause())
                : new Answer.Unreachable(failure.code(), failure.cause());
    }

    /** The line broke, after it was there. */
    private static boolean broke(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return false;
            }
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
