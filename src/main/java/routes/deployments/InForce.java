package routes.deployments;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import store.Deployment;
import store.Deployment.Offer;
import store.Deployments;

/** What is in force on this hub: it follows the database, so that every hub has the same. */
@Component
class InForce {

    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(30);

    private final Deployments deployments;
    private final HubClock clock;
    private final Map<Key, Integer> here = new HashMap<>();
    private final Map<Key, Failed> failed = new HashMap<>();

    InForce(Deployments deployments, HubClock clock) {
        this.deployments = deployments;
        this.clock = clock;
    }

    private record Failed(int version, Refusal why, Instant at) {}

    /** Brings an offer that was checked into force here, then for all. */
    int take(Deployable kind, Offer offer) {
        var key = new Key(offer.kind(), offer.name());
        if (!deployments.isInForce(offer) || !here.containsKey(key)) {
            here.remove(key);
            kind.apply(offer.name(), offer.files());
        }
        var version = deployments.deploy(offer);
        here.put(key, version);
        failed.remove(key);
        return version;
    }

    /** Brings into force here what the database says. */
    void follow(List<Deployable> kinds) {
        var wanted = deployments.all();
        for (var kind : kinds) {
            wanted.stream()
                    .filter(deployment -> deployment.kind() == kind.kind())
                    .filter(deployment -> !Objects.equals(deployment.version(), here.get(key(deployment))))
                    .forEach(deployment -> follow(kind, deployment));
        }
    }

    private void follow(Deployable kind, Deployment wanted) {
        var key = key(wanted);
        try {
            if (wanted.version() == null) {
                kind.withdraw(wanted.name());
                here.remove(key);
                failed.remove(key);
            } else if (!failedJustNow(key, wanted.version())) {
                var files = deployments.files(wanted.kind(), wanted.name(), wanted.version());
                kind.apply(wanted.name(), files.orElseThrow());
                here.put(key, wanted.version());
                failed.remove(key);
            } else {
                return;
            }
            LOG.atInfo()
                    .addKeyValue("deployment", wanted.kind() + " " + wanted.name())
                    .addKeyValue("version", wanted.version())
                    .addKeyValue("by", wanted.by())
                    .log("This hub follows what is deployed");
        } catch (Refusal e) {
            failed.put(key, new Failed(wanted.version(), e, clock.real()));
            LOG.atError()
                    .addKeyValue("deployment", wanted.kind() + " " + wanted.name())
                    .addKeyValue("version", wanted.version())
                    .addKeyValue("errorCode", e.code())
                    .log("This hub cannot follow what is deployed: {}", e.getMessage());
        }
    }

    private boolean failedJustNow(Key key, int version) {
        var before = failed.get(key);
        return before != null
                && before.version() == version
                && clock.real().isBefore(before.at().plus(BEFORE_THE_NEXT_TRY));
    }

    /** What is in force in the database and not here. */
    List<Trouble> troubles() {
        return failed.entrySet().stream()
                .map(one -> new Trouble(
                        one.getKey().kind(),
                        one.getKey().name(),
                        one.getValue().why().code().name(),
                        "version " + one.getValue().version() + " is not in force here: "
                                + one.getValue().why().getMessage(),
                        one.getValue().at()))
                .toList();
    }

    private static Key key(Deployment deployment) {
        return new Key(deployment.kind(), deployment.name());
    }
}
