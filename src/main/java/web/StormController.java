package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.Instant;
import mapping.Canonical;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import outage.HubClock;
import store.Storms;

/** Storm mode, a switch for each district: while it is on, the Storm Center gives the ERTs (BR, rules.md §3). */
@RestController
@RequestMapping("/api/dispatcher/storms")
class StormController {

    private static final int DISTRICT_LENGTH = 100;

    private final Storms storms;
    private final HubClock clock;

    StormController(Storms storms, HubClock clock) {
        this.storms = storms;
        this.clock = clock;
    }

    /** A district's switch; since when and by whom where it is on. */
    record Switch(String district, boolean on, Instant since, String by) {

        static Switch of(Storms.Storm storm) {
            return new Switch(storm.district(), true, storm.since(), storm.by());
        }
    }

    /** All districts in storm mode. */
    @GetMapping
    JsonNode all() {
        return Canonical.tree(storms.all().stream().map(Switch::of).toList());
    }

    /** Whether the district is in storm mode. */
    @GetMapping("/{district}")
    JsonNode one(@PathVariable String district) {
        return Canonical.tree(storms.find(district).map(Switch::of).orElse(new Switch(district, false, null, null)));
    }

    /** Switches storm mode on; who did it first stays. */
    @PutMapping("/{district}")
    JsonNode on(@PathVariable String district, Principal who) {
        if (district.isBlank() || district.length() > DISTRICT_LENGTH) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_DISTRICT",
                    "A district's id has 1 to " + DISTRICT_LENGTH + " characters.");
        }
        var by = who == null ? "dispatcher" : who.getName();
        return Canonical.tree(Switch.of(storms.on(district, by, clock.instant())));
    }

    /** Switches storm mode off; what was held while it was on stays held. */
    @DeleteMapping("/{district}")
    ResponseEntity<Void> off(@PathVariable String district) {
        storms.off(district);
        return ResponseEntity.noContent().build();
    }
}
