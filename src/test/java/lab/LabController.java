package lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The lab over HTTP, for this machine alone: what neighbours received, who is there, and scenarios. */
@RestController
@RequestMapping("/lab")
class LabController {

    private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");

    private final LabNeighbours neighbours;
    private final LabReset reset;
    private final ServletWebServerApplicationContext server;
    private final String adminPassword;

    LabController(
            LabNeighbours neighbours,
            LabReset reset,
            ServletWebServerApplicationContext server,
            @Value("${hub.admin.password}") String adminPassword) {
        this.neighbours = neighbours;
        this.reset = reset;
        this.server = server;
        this.adminPassword = adminPassword;
    }

    /** What a neighbour received, newest last: of an outage, or, where no outage is named in it, to a number. */
    @GetMapping("/received/{neighbour}")
    List<Receipt> received(
            @PathVariable String neighbour,
            @RequestParam(required = false) String outage,
            @RequestParam(required = false) String to) {
        return neighbours.received(neighbour, to == null ? outage : to).orElseThrow(() -> nobody(neighbour));
    }

    /** A neighbour comes. */
    @PostMapping("/neighbours/{neighbour}/on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void on(@PathVariable String neighbour) {
        turn(neighbour, true);
    }

    /** A neighbour goes. */
    @PostMapping("/neighbours/{neighbour}/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void off(@PathVariable String neighbour) {
        turn(neighbour, false);
    }

    private void turn(String neighbour, boolean on) {
        if (!neighbours.turn(neighbour, on)) {
            throw nobody(neighbour);
        }
    }

    /** Everything as at the first start. */
    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        reset.reset();
    }

    /** Plays a scenario to its end. */
    @PostMapping("/scenarios/{name}")
    ScenarioPlayer.Result scenario(@PathVariable String name, @RequestParam(defaultValue = "1") int speed) {
        if (speed < 1 || speed > LabClock.FASTEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "speed is 1 to " + LabClock.FASTEST);
        }
        // Looked up among those that are there: a name is no path.
        var file = Scenario.files(SCENARIOS).stream()
                .filter(Files::isRegularFile)
                .filter(found -> found.getFileName().toString().equals(name + ".yaml"))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no scenario " + name));
        return new ScenarioPlayer(stage(), speed).play(Scenario.read(file));
    }

    private Stage stage() {
        var hub = "http://127.0.0.1:" + server.getWebServer().getPort();
        return new Stage(neighbours, hub, adminPassword);
    }

    private static ResponseStatusException nobody(String name) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "nobody is called " + name + ": oms, crm, cms, css, wms, ihd, twilio (who has sms) are");
    }
}
