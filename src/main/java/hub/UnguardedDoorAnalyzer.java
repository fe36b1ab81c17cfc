package hub;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the hub refuses to start with open doors. */
public class UnguardedDoorAnalyzer extends AbstractFailureAnalyzer<UnguardedDoorException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnguardedDoorException cause) {
        var missing = cause.missing().stream()
                .map(name -> "  " + name + "  (environment: " + environment(name) + ")")
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The hub is to listen beyond this machine (server.address or hub.broker.acceptor is no loopback address), "
                        + "and anyone could come in by doors that want no password. Missing:\n" + missing,
                "Set each of them, or listen on 127.0.0.1 only. docs/security.md says who uses which.",
                cause);
    }

    private static String environment(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
