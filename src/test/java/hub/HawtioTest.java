package hub;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import hub.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hawtio as an operator sees it: a real browser, the hub's login, and no more of JMX than the hub allows. */
@HubTest
class HawtioTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Hawtio asks for hundreds of MBeans before it shows the first. */
    private static final int SLOW_MS = 60_000;

    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private EmbeddedBroker broker;

    private final List<String> errors = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void startTheBrowser() {
        if (!Files.isExecutable(CHROMIUM)) {
            LoggerFactory.getLogger(HawtioTest.class)
                    .warn("SKIPPED: nobody looks at Hawtio, for there is no {}", CHROMIUM);
        }
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setHttpCredentials("admin", HubTest.ADMIN_PASSWORD))
                .newPage();
        page.setDefaultTimeout(SLOW_MS);
        setDefaultAssertionTimeout(SLOW_MS);
        page.onPageError(errors::add);
        go("camel");
        page.getByText("Expand all").waitFor();
        if (page.getByText("routes", EXACTLY).count() == 0) {
            // Another hub of this JVM has a context beside this one, and then none is open.
            click("Expand all");
        }
    }

    @AfterEach
    void close() {
        page.context().close();
        assertThat(errors).isEmpty();
    }

    @Test
    void routesAreThereByNameWithTheirCountsAndTheGateTurnsEverySecond() {
        click("routes");

        var gate = page.locator("tr", new Page.LocatorOptions().setHasText("door-gate"));
        assertThat(gate).containsText("Started");
        // After the box to choose it: name, state, uptime, completed.
        var completed = gate.locator("td").nth(4);
        assertThat(completed).hasText(Pattern.compile("^[1-9][0-9]*$"));
        assertThat(completed).not().hasText(completed.innerText());
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("oms-request-parked")))
                .isVisible();
    }

    @Test
    void aRouteSaysWhatItDoesAndShowsItsDiagram() {
        click("door-gate");
        assertThat(page.getByText("Closes the doors for new reports when too much waits")
                        .first())
                .isVisible();

        click("Route Diagram");

        assertThat(page.locator(".react-flow__node", new Page.LocatorOptions().setHasText("From timer")))
                .isVisible();
    }

    @Test
    void theBrokersQueuesAreThereWithWhatTheyHold() {
        go("jmx");
        for (var step : List.of("org.apache.activemq.artemis", broker.name(), "addresses", "rejected", "queues")) {
            click(step);
        }
        click("anycast");

        assertThat(page.getByText("\"rejected\"").first()).isVisible();
    }

    private void go(String plugin) {
        page.navigate("http://127.0.0.1:" + port + "/actuator/hawtio/" + plugin);
    }

    private void click(String text) {
        page.getByText(text, EXACTLY).first().click();
    }
}
