package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mapping.Canonical;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import store.Deployment;
import store.Deployment.Kind;
import store.Deployment.Version;
import store.Deployments;
import store.Deployments.Change;

/** What is deployed, and an operator's word on it. The word goes into the database; every hub follows within seconds. */
@RestController
@RequestMapping(DeploymentsController.PATH)
class DeploymentsController {

    static final String PATH = "/api/operations/deployments";

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentsController.class);
    private static final Map<String, Kind> KINDS = Map.of("routes", Kind.ROUTE, "mappings", Kind.MAPPING);

    private final Deployments deployments;

    DeploymentsController(Deployments deployments) {
        this.deployments = deployments;
    }

    /** @param version null when it is not given */
    record Word(Integer version) {}

    /** How a deployment stands. */
    enum State {
        /** A version of it is. */
        IN_FORCE,
        /** An operator took it out. */
        REMOVED,
        /** All that came was refused. */
        NEVER_TAKEN
    }

    /**
     * One deployment as it is answered.
     *
     * @param versions null in a list
     */
    record Shown(
            String kind,
            String name,
            State state,
            Integer version,
            Instant since,
            String by,
            Deployment.Refused refused,
            List<Version> versions,
            Map<String, String> links) {

        static Shown of(Deployment one, List<Version> versions) {
            var self = address(one.kind(), one.name());
            var links = new TreeMap<>(Map.of("self", self));
            if (one.since() != null) {
                links.put("rollback", self + "/rollback");
            }
            var taken = one.since() != null ? State.REMOVED : State.NEVER_TAKEN;
            var state = one.version() != null ? State.IN_FORCE : taken;
            return new Shown(
                    folder(one.kind()),
                    one.name(),
                    state,
                    one.version(),
                    one.since(),
                    one.by(),
                    one.refused(),
                    versions,
                    links);
        }
    }

    /** All that was ever deployed or refused. */
    @GetMapping
    JsonNode all() {
        var items = deployments.all().stream().map(one -> Shown.of(one, null)).toList();
        return Canonical.tree(Map.of("items", items));
    }

    /** One, with its versions that are kept. */
    @GetMapping("/{kind}/{name}")
    JsonNode one(@PathVariable String kind, @PathVariable String name) {
        return Canonical.tree(shown(kind(kind), name));
    }

    /** The files of a version, as they came. */
    @GetMapping("/{kind}/{name}/versions/{version}")
    JsonNode version(@PathVariable String kind, @PathVariable String name, @PathVariable int version) {
        var files = deployments.files(kind(kind), name, version);
        return Canonical.tree(
                Map.of("version", version, "files", files.orElseThrow(() -> noSuchVersion(kind(kind), name, version))));
    }

    /** Brings a version into force that was before. */
    @PostMapping("/{kind}/{name}/rollback")
    ResponseEntity<JsonNode> rollback(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestBody(required = false) Word word,
            Principal who) {
        if (word == null || word.version() == null) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "VERSION_MISSING",
                    "Say which version is to come into force: send {\"version\": 3}. " + kept(kind(kind), name));
        }
        var change = deployments.rollback(kind(kind), name, word.version(), by(who));
        if (change == Change.NO_SUCH_VERSION) {
            throw noSuchVersion(kind(kind), name, word.version());
        }
        return done(change, kind(kind), name, "An operator brought version " + word.version() + " back", who);
    }

    /** Takes it out of force: what the hub brings along counts again, if anything. */
    @DeleteMapping("/{kind}/{name}")
    ResponseEntity<JsonNode> remove(@PathVariable String kind, @PathVariable String name, Principal who) {
        if (kind(kind) == Kind.MAPPING && isRouteOf(name)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "MAPPING_IN_USE",
                    "The route " + name + " is deployed and needs this mapping: remove the route first.");
        }
        var change = deployments.remove(kind(kind), name, by(who));
        return done(change, kind(kind), name, "An operator took a deployment out", who);
    }

    private boolean isRouteOf(String neighbour) {
        return deployments
                .find(Kind.ROUTE, neighbour)
                .filter(route -> route.version() != null)
                .isPresent();
    }

    private ResponseEntity<JsonNode> done(Change change, Kind kind, String name, String what, Principal who) {
        if (change == Change.UNKNOWN) {
            throw unknown(kind, name);
        }
        LOG.atInfo()
                .addKeyValue("deployment", kind + " " + name)
                .addKeyValue("by", by(who))
                .log(what);
        return ResponseEntity.accepted().body(Canonical.tree(shown(kind, name)));
    }

    private Shown shown(Kind kind, String name) {
        var found = deployments.find(kind, name).orElseThrow(() -> unknown(kind, name));
        return Shown.of(found, deployments.versions(kind, name));
    }

    private String kept(Kind kind, String name) {
        return "Kept are: "
                + deployments.versions(kind, name).stream()
                        .map(version -> Integer.toString(version.version()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private ApiProblem noSuchVersion(Kind kind, String name, int version) {
        return ApiProblem.notFound(
                "NO_SUCH_VERSION",
                "There is no version " + version + " of " + folder(kind) + "/" + name + ", or not any more. "
                        + kept(kind, name));
    }

    private static ApiProblem unknown(Kind kind, String name) {
        return ApiProblem.notFound(
                "NO_SUCH_DEPLOYMENT", "Nothing was deployed as " + folder(kind) + "/" + name + "; see " + PATH + ".");
    }

    private static Kind kind(String given) {
        var kind = KINDS.get(given);
        if (kind == null) {
            throw ApiProblem.notFound("NO_SUCH_DEPLOYMENT", "There are " + PATH + "/routes and " + PATH + "/mappings.");
        }
        return kind;
    }

    private static String address(Kind kind, String name) {
        return PATH + "/" + folder(kind) + "/" + name;
    }

    private static String folder(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "s";
    }

    private static String by(Principal who) {
        return who == null ? "operator" : who.getName();
    }
}
