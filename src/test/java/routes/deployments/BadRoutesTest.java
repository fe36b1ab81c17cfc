package routes.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import routes.deployments.Refusal.Code;
import store.Database;

/** What no file may bring, each with the code that says why and the word that says where. */
class BadRoutesTest {

    private static final String GOOD = DeployerTest.xyz("http://xyz.example.com");

    @TempDir
    static Path folder;

    private static SmallHub hub;
    private static DeployedRoutes routes;

    @BeforeAll
    static void start() throws Exception {
        hub = new SmallHub("hub-1", Database.H2.fresh(), folder.resolve("routes"), folder.resolve("mappings"));
        hub.mappers.use("xyz", Map.of("xyz.jslt", "."));
        routes = new DeployedRoutes(hub.camel, hub.mappers, List.of(), "");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void aGoodOneIsTaken() {
        routes.check("xyz", Map.of("xyz.yaml", GOOD));
    }

    @ParameterizedTest
    @MethodSource
    void aBadOneIsRefusedInASecondOrTwo(String yaml, Code code, String where) {
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> TimeLimit.within(
                        Duration.ofSeconds(10), "xyz.yaml", () -> routes.check("xyz", Map.of("xyz.yaml", yaml))));

        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(refusal.getMessage()).contains(where);
        assertThat(hub.runs("crm")).as("the others go on").isTrue();
    }

    @Test
    void aChannelsRouteIsOneToo() {
        routes.check("sms", Map.of("sms.yaml", channel("sms", "sms")));
    }

    private static String channel(String id, String channel) {
        return """
                - templatedRoute:
                    routeId: %s
                    routeTemplateRef: notice
                    parameters:
                      - {name: channel, value: %s}
                      - {name: to, value: "direct:sms-send"}
                """
                .formatted(id, channel);
    }

    static Stream<Arguments> aBadOneIsRefusedInASecondOrTwo() {
        return Stream.of(
                arguments(with("enrich", "no-such-bean"), Code.ROUTE_BROKEN, "no-such-bean"),
                arguments(
                        with("to", "http://xyz.example.com/{{no.such.setting}}"), Code.ROUTE_BROKEN, "no.such.setting"),
                arguments(GOOD.replace("Ref: delivery", "Ref: delivrey"), Code.NO_SUCH_TEMPLATE, "delivrey"),
                arguments(GOOD.replace("{name: to,", "{name: too,"), Code.BAD_PARAMETERS, "missing are [to]"),
                arguments(GOOD.replace("routeId: xyz", "routeId: crm"), Code.ID_NOT_FILE_NAME, "'crm'"),
                arguments(channel("xyz", "sms"), Code.ID_NOT_FILE_NAME, "'sms'"),
                arguments(with("neighbour", "crm"), Code.ID_NOT_FILE_NAME, "'crm'"),
                arguments(GOOD.replace("oan.changes::xyz", "oan.changes::crm"), Code.BELONGS_TO_ANOTHER, "route crm"),
                arguments(
                        GOOD.replace("jms:topic:oan.changes::xyz", "jms:topic:oan.changes::crm"),
                        Code.BAD_PARAMETERS,
                        "wake"),
                arguments(with("to", "jms:topic:oan.changes"), Code.ENDLESS_LOOP, "jms:topic:oan.changes"),
                arguments(with("to", "jms:queue:outage.reports"), Code.ENDLESS_LOOP, "outage.reports"),
                arguments(with("to", "exec:rm"), Code.COMPONENT_NOT_ALLOWED, "exec"),
                arguments(
                        with("to", "controlbus:route?routeId=crm&action=stop"),
                        Code.COMPONENT_NOT_ALLOWED,
                        "controlbus"),
                arguments(
                        """
                        - route:
                            id: xyz
                            from:
                              uri: direct:xyz
                              steps:
                                - loop: {doWhile: true, constant: "true", steps: [{log: {message: "again"}}]}
                        """,
                        Code.NOT_AN_INSTANCE,
                        "steps of its own"),
                arguments("- beans: []", Code.NOT_AN_INSTANCE, "one templatedRoute"),
                arguments(GOOD + GOOD, Code.NOT_AN_INSTANCE, "one templatedRoute"),
                arguments(
                        GOOD + "    beans:\n      - {name: x, type: \"#class:java.lang.Object\"}\n",
                        Code.NOT_AN_INSTANCE,
                        "[beans]"),
                arguments("", Code.NOT_AN_INSTANCE, "one templatedRoute"),
                arguments("- &a [*a, *a]", Code.NOT_AN_INSTANCE, "alias"),
                arguments("- !!javax.script.ScriptEngineManager []", Code.NOT_AN_INSTANCE, "tag"),
                arguments("[".repeat(100_000), Code.NOT_AN_INSTANCE, "epth"),
                arguments("- templatedRoute: [", Code.NOT_AN_INSTANCE, "line 1"));
    }

    @Test
    void aRouteThatIsWrittenInCodeIsNoFiles() {
        var yaml = GOOD.replace("xyz", "outage");

        var refusal = catchThrowableOfType(Refusal.class, () -> routes.check("outage", Map.of("outage.yaml", yaml)));

        assertThat(refusal.code()).isEqualTo(Code.BELONGS_TO_ANOTHER);
    }

    @Test
    void aCheckThatNeverEndsIsGivenUp() {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> TimeLimit.within(Duration.ofMillis(50), "xyz.yaml", BadRoutesTest::forEver));

        assertThat(refusal.code()).isEqualTo(Code.CHECK_TOO_LONG);
    }

    private static void forEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The good one with another value of this parameter, or with this one more. */
    private static String with(String parameter, String value) {
        var line = "      - {name: " + parameter + ", value: \"" + value + "\"}\n";
        return GOOD.contains("{name: " + parameter + ",")
                ? GOOD.replaceFirst("      - \\{name: " + parameter + ",.*\n", Matcher.quoteReplacement(line))
                : GOOD + line;
    }
}
