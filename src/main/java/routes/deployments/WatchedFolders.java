package routes.deployments;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import store.Deployment.Kind;
import store.Deployment.Offer;
import store.Deployments;

/**
 * Takes what is new in the folders. A file counts when it is put there or changes, and looks the same twice running; what was known
 * when the hub started stays as the database says, and what vanishes changes nothing.
 */
@Component
class WatchedFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolders.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LARGEST = 900_000;

    private final Deployments deployments;
    private final InForce inForce;
    private final String hub;
    private final Map<Key, String> seen = new HashMap<>();
    private final Map<Key, String> changing = new HashMap<>();
    private final Set<Key> refused = new HashSet<>();
    private final Set<Kind> met = EnumSet.noneOf(Kind.class);

    WatchedFolders(Deployments deployments, InForce inForce, @Value("${hub.id:hub}") String hub) {
        this.deployments = deployments;
        this.inForce = inForce;
        this.hub = hub;
    }

    /** @param starting whether the hub starts: then nothing waits to be seen twice, for nothing is in force yet */
    void look(List<Deployable> kinds, boolean starting) {
        for (var kind : kinds) {
            kind.look().ifPresent(found -> look(kind, found, starting));
        }
    }

    private void look(Deployable kind, List<Found> found, boolean starting) {
        var firstTime = met.add(kind.kind());
        var there = found.stream().map(one -> new Key(kind.kind(), one.name())).collect(Collectors.toSet());
        seen.keySet().removeIf(key -> key.kind() == kind.kind() && !there.contains(key));
        for (var one : found) {
            var key = new Key(kind.kind(), one.name());
            var offer = offer(kind, one);
            var digest = offer.digest();
            if (digest.equals(seen.get(key))) {
                continue;
            }
            if (starting || digest.equals(changing.put(key, digest))) {
                consider(kind, one, offer, firstTime);
                seen.put(key, digest);
                changing.remove(key);
            }
        }
    }

    private Offer offer(Deployable kind, Found found) {
        var files = found.refusal() == null
                ? found.files()
                : Map.of("", String.valueOf(found.refusal().getMessage()));
        return new Offer(kind.kind(), found.name(), files, found.source(), hub, found.by());
    }

    private void consider(Deployable kind, Found found, Offer offer, boolean firstTime) {
        if (firstTime && deployments.knows(offer)) {
            if (!deployments.isInForce(offer)) {
                LOG.atInfo()
                        .addKeyValue("deployment", offer.kind() + " " + offer.name())
                        .log("{} was deployed before and is not in force: the database counts", offer.source());
            }
            return;
        }
        try {
            take(kind, found, offer);
        } catch (Refusal e) {
            refuse(offer, e);
        }
    }

    private void take(Deployable kind, Found found, Offer offer) {
        if (found.refusal() != null) {
            throw found.refusal();
        }
        if (offer.files().values().stream().mapToInt(String::length).sum() > LARGEST) {
            throw new Refusal(
                    Refusal.Code.FILES_TOO_LARGE,
                    offer.source() + " has more than " + LARGEST + " characters in all; leave examples out");
        }
        TimeLimit.within(LIMIT, offer.source(), () -> kind.check(offer.name(), offer.files()));
        var version = inForce.take(kind, offer);
        LOG.atInfo()
                .addKeyValue("deployment", offer.kind() + " " + offer.name())
                .addKeyValue("version", version)
                .addKeyValue("by", offer.by())
                .log("Deployed from {}", offer.source());
        refused.remove(new Key(offer.kind(), offer.name()));
        if (offer.kind() == Kind.MAPPING) {
            // A route may have waited for it: it is looked at anew.
            seen.keySet().removeAll(refused);
        }
    }

    private void refuse(Offer offer, Refusal why) {
        refused.add(new Key(offer.kind(), offer.name()));
        deployments.refuse(offer, why.code().name(), why.getMessage());
        LOG.atError()
                .addKeyValue("deployment", offer.kind() + " " + offer.name())
                .addKeyValue("errorCode", why.code())
                .log("Not deployed, and what was goes on: {}", why.getMessage());
    }
}
