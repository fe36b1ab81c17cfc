package routes.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mapping.Canonical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import store.Database;
import store.Deployment.Kind;
import store.Deployments.Change;

/** Folders, database and hubs: what comes into force, what stays, and what nobody asked to change. */
class DeployerTest {

    private static final String MAP = "{\"outage\": .outage}";

    @TempDir
    Path folder;

    private final HikariDataSource tables = Database.H2.fresh();
    private SmallHub hub;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(routes());
        Files.createDirectories(mappings());
        hub = newHub("hub-1");
    }

    @AfterEach
    void stop() {
        hub.close();
        tables.close();
    }

    @Test
    void aRouteAndItsMappingAreDeployedOnceTheyLieStill() throws Exception {
        putMapping("xyz", "xyz.jslt", MAP);
        putRoute("xyz", xyz("http://xyz.example.com"));

        hub.deployer.look();
        assertThat(hub.deliversTo("xyz")).as("seen once").isNull();
        hub.deployer.look();

        assertThat(hub.deliversTo("xyz")).isEqualTo("http://xyz.example.com");
        assertThat(hub.runs("xyz")).isTrue();
        assertThat(hub.mappers.of("xyz").map(Canonical.tree("{\"outage\": \"O-1\"}")))
                .isEqualTo("{\"outage\":\"O-1\"}");
        assertThat(hub.deployer.troubles()).isEmpty();
        var jms = hub.camel.getComponent("jms", TrialComponent.class);
        assertThat(jms.getCamelContext()).as("the hub's own component").isSameAs(hub.camel);
        assertThat(jms.isStarted()).as("no trial stopped it").isTrue();
    }

    @Test
    void aChangedRouteTakesThePlaceOfTheOldOneAndNoOtherIsTouched() throws Exception {
        deployXyz("http://one.example.com");
        var crm = hub.camel.getRoute("crm");

        putRoute("xyz", xyz("http://two.example.com"));
        hub.settle();

        assertThat(hub.deliversTo("xyz")).isEqualTo("http://two.example.com");
        assertThat(hub.camel.getRoute("crm")).isSameAs(crm);
        assertThat(hub.deployments.find(Kind.ROUTE, "xyz").orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void aBrokenOneIsRefusedAndSaidOnceAndTheOldGoesOn() throws Exception {
        deployXyz("http://one.example.com");
        var old = hub.camel.getRoute("xyz");

        putRoute(
                "xyz",
                xyz("http://two.example.com").replace("routeTemplateRef: delivery", "routeTemplateRef: delivrey"));
        hub.settle();
        var refused = hub.deployments.find(Kind.ROUTE, "xyz").orElseThrow().refused();
        hub.settle();

        assertThat(hub.camel.getRoute("xyz")).isSameAs(old);
        assertThat(refused.code()).isEqualTo("NO_SUCH_TEMPLATE");
        assertThat(hub.deployer.troubles()).hasSize(1).allSatisfy(trouble -> {
            assertThat(trouble.name()).isEqualTo("xyz");
            assertThat(trouble.cause()).contains("delivrey").contains("delivery");
        });
        assertThat(hub.deployments.find(Kind.ROUTE, "xyz").orElseThrow().refused())
                .as("not refused anew each second")
                .isEqualTo(refused);

        putRoute("xyz", xyz("http://one.example.com"));
        hub.settle();
        assertThat(hub.deployer.troubles()).isEmpty();
        assertThat(hub.camel.getRoute("xyz")).as("it is the one in force").isSameAs(old);
    }

    @Test
    void twoFilesThatChangeAtOnceAreBothTakenAndOneThatIsBrokenStopsNoOther() throws Exception {
        deployXyz("http://one.example.com");
        putMapping("abc", "abc.jslt", MAP);

        putRoute("xyz", "- nonsense");
        putRoute("abc", xyz("http://abc.example.com").replace("xyz", "abc"));
        hub.settle();

        assertThat(hub.deliversTo("abc")).isEqualTo("http://abc.example.com");
        assertThat(hub.deliversTo("xyz")).isEqualTo("http://one.example.com");
        assertThat(hub.deployer.troubles()).extracting(Trouble::code).containsExactly("NOT_AN_INSTANCE");
    }

    @Test
    void aRouteWhoseMappingComesLaterIsTakenThen() throws Exception {
        putRoute("xyz", xyz("http://xyz.example.com"));
        hub.settle();
        assertThat(hub.deployer.troubles()).extracting(Trouble::code).containsExactly("MAPPING_MISSING");

        putMapping("xyz", "xyz.jslt", MAP);
        hub.settle();
        hub.settle();

        assertThat(hub.deliversTo("xyz")).isEqualTo("http://xyz.example.com");
        assertThat(hub.deployer.troubles()).isEmpty();
    }

    @Test
    void aRollbackIsFollowedAndTheFileThatStillLiesThereDoesNotUndoIt() throws Exception {
        deployXyz("http://one.example.com");
        putRoute("xyz", xyz("http://two.example.com"));
        hub.settle();

        assertThat(hub.deployments.rollback(Kind.ROUTE, "xyz", 1, "admin")).isEqualTo(Change.DONE);
        hub.settle();
        assertThat(hub.deliversTo("xyz")).isEqualTo("http://one.example.com");

        hub.close();
        hub = newHub("hub-1");
        hub.settle();
        assertThat(hub.deliversTo("xyz")).as("after a restart").isEqualTo("http://one.example.com");
    }

    @Test
    void aFolderThatVanishesChangesNothingAndARestartedHubUsesTheDatabase() throws Exception {
        deployXyz("http://one.example.com");

        Files.delete(routes().resolve("xyz.yaml"));
        Files.delete(routes());
        hub.settle();
        assertThat(hub.runs("xyz")).isTrue();

        hub.close();
        hub = newHub("hub-1");
        assertThat(hub.deliversTo("xyz")).isEqualTo("http://one.example.com");
        assertThat(hub.runs("xyz")).isTrue();
    }

    @Test
    void whatCameWhileTheHubWasAwayIsTakenBeforeItsRoutesStart() throws Exception {
        hub.close();
        putMapping("xyz", "xyz.jslt", MAP);
        putRoute("xyz", xyz("http://xyz.example.com"));

        hub = newHub("hub-1");

        assertThat(hub.runs("xyz")).isTrue();
    }

    @Test
    void everyHubOnTheDatabaseTakesTheSameAndNoneUndoesTheOthers() throws Exception {
        deployXyz("http://one.example.com");
        try (var other = new SmallHub("hub-2", tables, folder.resolve("none"), folder.resolve("none"))) {
            assertThat(other.deliversTo("xyz")).isEqualTo("http://one.example.com");

            putRoute("xyz", xyz("http://two.example.com"));
            hub.settle();
            other.settle();
            hub.settle();

            assertThat(other.deliversTo("xyz")).isEqualTo("http://two.example.com");
            assertThat(hub.deliversTo("xyz")).isEqualTo("http://two.example.com");
            assertThat(other.mappers.of("xyz")).isNotNull();
        }
    }

    @Test
    void aFileMayTakeThePlaceOfAPackedRouteAndItsRemovalBringsThatBack() throws Exception {
        putRoute("crm", xyz("http://new-crm.example.com").replace("xyz", "crm"));
        hub.settle();
        assertThat(hub.deliversTo("crm")).isEqualTo("http://new-crm.example.com");

        assertThat(hub.deployments.remove(Kind.ROUTE, "crm", "admin")).isEqualTo(Change.DONE);
        hub.settle();

        assertThat(hub.deliversTo("crm")).isEqualTo("http://crm.example.com");
        assertThat(hub.runs("crm")).isTrue();
        assertThat(hub.gone).as("its queue is in use").isEmpty();
    }

    @Test
    void aReaderThatIsRemovedIsGoneWithItsQueueAndComesBackWhenItsFileIsPutAgain() throws Exception {
        deployXyz("http://one.example.com");

        hub.deployments.remove(Kind.ROUTE, "xyz", "admin");
        hub.settle();
        assertThat(hub.deliversTo("xyz")).isNull();
        assertThat(hub.gone).extracting(reader -> reader.from()).containsExactly("jms:queue:oan.changes::xyz");

        Files.delete(routes().resolve("xyz.yaml"));
        hub.settle();
        putRoute("xyz", xyz("http://one.example.com"));
        hub.settle();
        assertThat(hub.deliversTo("xyz")).isEqualTo("http://one.example.com");
    }

    @Test
    void aReaderWhoseQueueABrokerOutsideLacksIsRefusedAndWhatItWouldHaveBeenIsNotThere() throws Exception {
        putMapping("xyz", "xyz.jslt", MAP);
        hub.notReady = "the broker has no queue oan.changes::xyz";
        putRoute("xyz", xyz("http://one.example.com"));
        hub.settle();

        assertThat(hub.deliversTo("xyz")).isNull();
        assertThat(hub.deployer.troubles()).extracting(Trouble::code).containsExactly("READER_NOT_READY");
    }

    @Test
    void aMappingIsExchangedWholeAndABrokenOneIsRefused() throws Exception {
        putMapping("xyz", "xyz.jslt", MAP);
        hub.settle();

        putMapping("xyz", "xyz.jslt", "{\"outage\": ");
        hub.settle();
        assertThat(hub.deployer.troubles()).extracting(Trouble::code).containsExactly("MAPPING_UNREADABLE");
        assertThat(made("xyz")).isEqualTo("{\"outage\":\"O-1\"}");

        putMapping("xyz", "xyz.jslt", "{\"id\": .outage}");
        putMapping(
                "xyz",
                "xyz.schema.json",
                "{\"type\": \"object\", \"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\"}}}");
        hub.settle();
        assertThat(made("xyz")).isEqualTo("{\"id\":\"O-1\"}");
        assertThat(hub.mappers.inForce("xyz").hasContract()).isTrue();
        assertThat(hub.deployments.versions(Kind.MAPPING, "xyz"))
                .as("two files are one version")
                .hasSize(2);
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        putMapping("xyz", "xyz.ftl", "");
        hub.settle();

        assertThat(hub.deployer.troubles()).extracting(Trouble::code).containsExactly("MAPPING_UNREADABLE");
        assertThat(hub.mappers.exchanged()).isEmpty();
    }

    @Test
    void aFileInThePlaceOfAPackedOneLeavesTheOthersOfItsMapping() throws Exception {
        putMapping("crm", "crm.schema.json", "{\"type\": \"object\", \"required\": [\"never\"]}");
        hub.settle();

        var parts = hub.mappers.inForce("crm");
        assertThat(parts.files()).containsExactly("crm.jslt", "crm.schema.json");
        assertThat(parts.exchanged()).containsExactly("crm.schema.json");

        hub.deployments.remove(Kind.MAPPING, "crm", "admin");
        hub.settle();
        assertThat(hub.mappers.inForce("crm").exchanged()).isEmpty();
    }

    @Test
    void aMappingIsTriedWithTheExamplesThatLieWithIt() throws Exception {
        putMapping("xyz", "xyz.jslt", MAP);
        putMapping("xyz", "examples/an-outage/in.json", "{\"outage\": \"O-1\"}");
        putMapping("xyz", "examples/an-outage/out.json", "{\"outage\": \"O-2\"}");
        hub.settle();
        assertThat(hub.deployer.troubles()).extracting(Trouble::code).containsExactly("EXAMPLE_FAILED");
        assertThat(hub.mappers.exchanged()).isEmpty();

        putMapping("xyz", "examples/an-outage/out.json", "{\"outage\": \"O-1\"}");
        hub.settle();
        assertThat(hub.mappers.exchanged()).containsExactly("xyz");
    }

    @Test
    void whatDoorsReadByIsNotDeployedHere() throws Exception {
        putMapping("cms", "field-report.schema.json", "{}");
        hub.settle();

        assertThat(hub.deployments.all()).isEmpty();
    }

    @Test
    void aFileThatLeadsOutOfTheFolderOrHasABadNameIsRefused() throws Exception {
        Files.writeString(folder.resolve("secret.yaml"), "- route: {}");
        Files.createSymbolicLink(routes().resolve("leads-out.yaml"), folder.resolve("secret.yaml"));
        putRoute("Upper", "- route: {}");
        putRoute("xyz", "\u0000\u0001");
        Files.writeString(routes().resolve(".xyz.yaml"), "not looked at");
        Files.writeString(routes().resolve("notes.txt"), "not looked at");
        hub.settle();

        assertThat(hub.deployer.troubles())
                .extracting(Trouble::name, Trouble::code)
                .containsExactlyInAnyOrder(
                        tuple("leads-out", "OUTSIDE_FOLDER"),
                        tuple("Upper", "BAD_FILE_NAME"),
                        tuple("xyz", "NOT_AN_INSTANCE"));
    }

    private String made(String neighbour) {
        return hub.mappers.of(neighbour).map(Canonical.tree("{\"outage\": \"O-1\"}"));
    }

    private void deployXyz(String to) throws Exception {
        putMapping("xyz", "xyz.jslt", MAP);
        putRoute("xyz", xyz(to));
        hub.settle();
        assertThat(hub.deliversTo("xyz")).isEqualTo(to);
    }

    private SmallHub newHub(String id) throws Exception {
        return new SmallHub(id, tables, routes(), mappings());
    }

    private Path routes() {
        return folder.resolve("routes");
    }

    private Path mappings() {
        return folder.resolve("mappings");
    }

    private void putRoute(String name, String text) throws IOException {
        put(routes().resolve(name + ".yaml"), text);
    }

    private void putMapping(String neighbour, String file, String text) throws IOException {
        put(mappings().resolve(neighbour).resolve(file), text);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        var writing = file.resolveSibling("." + file.getFileName());
        Files.writeString(writing, text);
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static String xyz(String to) {
        return """
                - templatedRoute:
                    routeId: xyz
                    routeTemplateRef: delivery
                    parameters:
                      - {name: neighbour, value: xyz}
                      - {name: from, value: "jms:queue:oan.changes::xyz"}
                      - {name: wake, value: "jms:topic:oan.changes::xyz"}
                      - {name: to, value: "%s"}
                      - {name: contentType, value: application/json}
                      - {name: consumers, value: "{{hub.delivery.consumers}}"}
                """
                .formatted(to);
    }
}
