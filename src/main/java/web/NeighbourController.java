package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import mapping.Canonical;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import outage.Hold;
import outage.HubClock;
import outage.NeighbourStates;
import store.Holds;

/** How the neighbours do, and what an operator orders for one: pause, resume, drain, skip (docs/neighbours.md). */
@RestController
@RequestMapping("/api/operations/neighbours")
class NeighbourController {

    private static final Logger LOG = LoggerFactory.getLogger(NeighbourController.class);

    private static final int REASON_LENGTH = 1000;
    private static final int FASTEST = 1000;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(31);

    private final NeighbourStates neighbours;
    private final Holds holds;
    private final HubClock clock;

    NeighbourController(NeighbourStates neighbours, Holds holds, HubClock clock) {
        this.neighbours = neighbours;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Planned maintenance.
     *
     * @param reason why
     * @param until when it ends by itself, ISO 8601 with zone
     */
    record Pause(String reason, String until) {}

    /** @param rate messages a second */
    record Drain(Integer rate) {}

    /** All neighbours. */
    @GetMapping
    JsonNode all() {
        return Canonical.tree(neighbours.all());
    }

    /** One of them. */
    @GetMapping("/{name}")
    JsonNode one(@PathVariable String name) {
        return Canonical.tree(find(name));
    }

    /** Nothing is sent to it from now on, until the end or a resume. */
    @PostMapping("/{name}/pause")
    ResponseEntity<JsonNode> pause(
            @PathVariable String name, @RequestBody(required = false) Pause wish, Principal who) {
        queued(name);
        var now = clock.instant();
        var given = wish == null ? new Pause(null, null) : wish;
        return order(Hold.pause(name, reason(given.reason()), now, end(given.until(), now), by(who)));
    }

    /** All goes as ever. */
    @PostMapping("/{name}/resume")
    ResponseEntity<JsonNode> resume(@PathVariable String name, Principal who) {
        queued(name);
        holds.end(name);
        LOG.atInfo()
                .addKeyValue("neighbour", name)
                .addKeyValue("by", by(who))
                .log("An operator ended what was ordered");
        return ResponseEntity.accepted().body(Canonical.tree(find(name)));
    }

    /** What waits goes at a rate, and when nothing waits any more all goes as ever. */
    @PostMapping("/{name}/drain")
    ResponseEntity<JsonNode> drain(
            @PathVariable String name, @RequestBody(required = false) Drain wish, Principal who) {
        queued(name);
        if (wish == null || wish.rate() == null || wish.rate() < 1 || wish.rate() > FASTEST) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_RATE",
                    "Say how many messages a second, from 1 to " + FASTEST + ": {\"rate\": 5}.");
        }
        return order(Hold.drain(name, wish.rate(), clock.instant(), by(who)));
    }

    /** Of what waits only the newest state of each subject goes, and when nothing waits any more all goes as ever. */
    @PostMapping("/{name}/skip")
    ResponseEntity<JsonNode> skip(@PathVariable String name, Principal who) {
        queued(name);
        return order(Hold.skip(name, clock.instant(), by(who)));
    }

    private ResponseEntity<JsonNode> order(Hold hold) {
        holds.put(hold);
        LOG.atInfo()
                .addKeyValue("neighbour", hold.neighbour())
                .addKeyValue("mode", hold.mode())
                .addKeyValue("until", hold.until())
                .addKeyValue("rate", hold.rate())
                .addKeyValue("by", hold.by())
                .log("An operator ordered something for a neighbour");
        return ResponseEntity.accepted().body(Canonical.tree(find(hold.neighbour())));
    }

    private NeighbourStates.View find(String name) {
        return neighbours.all().stream()
                .filter(neighbour -> neighbour.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("NO_SUCH_NEIGHBOUR", "There is no neighbour " + name + "."));
    }

    private void queued(String name) {
        if (!find(name).queued()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "NOTHING_TO_HOLD",
                    "What " + name + " is told goes straight into its own queues: it takes from them when it likes.");
        }
    }

    private static String reason(String given) {
        if (given == null || given.isBlank()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "REASON_MISSING",
                    "Say why, for those who will ask: {\"reason\": \"…\", \"until\": \"…\"}.");
        }
        if (given.length() > REASON_LENGTH) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "REASON_TOO_LONG",
                    "The reason is longer than " + REASON_LENGTH + " characters.");
        }
        return given.strip();
    }

    private static Instant end(String given, Instant now) {
        try {
            var end = Instant.from(DateTimeFormatter.ISO_DATE_TIME.parse(String.valueOf(given)));
            if (end.isAfter(now) && !end.isAfter(now.plus(LONGEST_PAUSE))) {
                return end;
            }
        } catch (DateTimeException e) {
            throw badEnd(given, now);
        }
        throw badEnd(given, now);
    }

    private static ApiProblem badEnd(String given, Instant now) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "BAD_END",
                "A pause ends by itself: give until, ISO 8601 with Z or an offset, after " + now + " and within "
                        + LONGEST_PAUSE.toDays() + " days, not " + given + ".");
    }

    private static String by(Principal who) {
        return who == null ? "operator" : who.getName();
    }
}
