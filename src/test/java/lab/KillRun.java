package lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports for many outages come in by every door there is while the hub is killed at random moments. Senders write down what
 * was acknowledged to them, the played neighbours what they received: {@link KillChecker} compares.
 *
 * <p>A later door is a line in {@link #send}, a later neighbour a field here and a file in {@link Evidence}.
 */
final class KillRun {

    private static final Logger LOG = LoggerFactory.getLogger(KillRun.class);
    private static final int OUTAGES = 100;
    private static final List<String> DOORS = List.of("http", "jms", "dispatcher", "file");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final HubProcess hub;
    private final PlayedNeighbours neighbours;
    private final PlayedOms oms;
    private final PlayedCms cms;
    private final Path folder;
    private final Random random;
    private final Journal reports;
    private final Journal orders;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Duration> restarts = new ArrayList<>();

    KillRun(HubProcess hub, PlayedNeighbours neighbours, long seed) {
        this.hub = hub;
        this.neighbours = neighbours;
        this.oms = neighbours.oms();
        this.cms = neighbours.cms();
        this.folder = neighbours.folder();
        this.random = new Random(seed);
        reports = new Journal(folder.resolve(Evidence.REPORTS));
        orders = new Journal(folder.resolve(Evidence.ORDERS));
    }

    /** How OMS answers: by the report's number, so that it would say the same again. */
    static OmsBehaviour answer(OmsXml.Request request) {
        if (request.carried().isEmpty()) {
            return OmsBehaviour.OK;
        }
        var newest = request.carried().get(request.carried().size() - 1);
        return switch (Math.floorMod(newest.hashCode(), 20)) {
            case 0 -> OmsBehaviour.NEVER;
            case 1 -> OmsBehaviour.failed("the sample OMS says no to " + newest);
            case 2 -> OmsBehaviour.late(Duration.ofSeconds(1));
            case 3 -> OmsBehaviour.late(Duration.ofSeconds(4));
            case 4 -> OmsBehaviour.partial("the sample OMS warns");
            default -> OmsBehaviour.OK;
        };
    }

    /**
     * Plays to the end.
     *
     * @return how long each start took
     */
    List<Duration> play(int kills, int count) {
        LOG.info("ready for the first time in {}", hub.start());
        neighbours.on();
        for (var i = 0; i < OUTAGES; i++) {
            oms.tell(OmsEventText.Type.CONFIRMED, new OmsFacts(outage(i), facts()));
        }
        Patience.until(
                Duration.ofSeconds(60),
                "CRM knows of all outages",
                () -> neighbours.crm().received().all().size() >= OUTAGES);
        var senders = Executors.newCachedThreadPool();
        try {
            var all = send(count, senders);
            for (var kill = 1; kill <= kills; kill++) {
                kill(count * kill / (kills + 1));
            }
            all.join();
        } finally {
            senders.shutdownNow();
        }
        return List.copyOf(restarts);
    }

    /** What OMS tells of an outage that goes to everybody. */
    static Map<String, Object> facts() {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(5));
        return Map.of("kind", "UNPLANNED", "level", "DISTRIBUTION", "magnitude", "NEIGHBORHOOD", "startedAt", start);
    }

    private static String outage(int number) {
        return "OUT-KILL-" + number % OUTAGES;
    }

    /** Each door has two senders, and OMS gives trouble orders meanwhile. */
    private CompletableFuture<Void> send(int count, ExecutorService senders) {
        var all = new ArrayList<CompletableFuture<Void>>();
        var next = new AtomicInteger();
        for (var sender = 0; sender < 2 * DOORS.size(); sender++) {
            var door = DOORS.get(sender % DOORS.size());
            all.add(CompletableFuture.runAsync(
                    () -> {
                        for (var i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            report(i, door);
                        }
                    },
                    senders));
        }
        all.add(CompletableFuture.runAsync(() -> giveOrders(count), senders));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /** As fast as reports come, an order for each outage. */
    private void giveOrders(int count) {
        for (var i = 0; i < OUTAGES; i++) {
            var due = Math.min(count, i * count / OUTAGES);
            Patience.until(Duration.ofMinutes(10), "reports go on", () -> acknowledged.get() >= due);
            var order = "TO-KILL-" + i;
            oms.tell(
                    OmsEventText.Type.TROUBLE_ORDER_DISPATCHED,
                    new OmsFacts(outage(i), Map.of("troubleOrder", Map.of("mRID", order, "crew", "CREW-SAMPLE"))));
            orders.append(new Evidence.Sent(order, outage(i), order, "oms"));
        }
    }

    /** Every other one as XML. */
    private static String form(String json, int number) {
        return ReportText.of(Tree.of(json), number % 2 == 0 ? "json" : "xml");
    }

    private void report(int number, String door) {
        var id = "R-KILL-" + number;
        var job = "JOB-KILL-" + number;
        var outage = outage(number);
        var json =
                """
                {"id": "%s", "outage": "%s", "job": {"id": "%s", "kind": "TROUBLE_ORDER"}, "sender": "CREW-SAMPLE",
                 "deviceTime": "%s", "status": "EN_ROUTE"}
                """
                        .formatted(id, outage, job, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        switch (door) {
            case "jms" -> cms.report(form(json, number), id);
            case "file" -> {
                cms.drop(id + ".json", json);
                Patience.until(Duration.ofMinutes(2), "the hub takes " + id, () -> !cms.lies(id + ".json"));
            }
            case "http" -> postUntilTaken("/api/cms/reports", json);
            default -> postUntilTaken("/api/dispatcher/reports", json);
        }
        reports.append(new Evidence.Sent(id, outage, job, door));
        acknowledged.incrementAndGet();
        sleep(50 + random.nextInt(150));
    }

    /** What was in doubt is sent again, the same under the same id. */
    private void postUntilTaken(String path, String json) {
        while (true) {
            try {
                var request = HttpRequest.newBuilder(URI.create(hub.address() + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
                var answer = HTTP.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 202) {
                    return;
                }
                if (answer.statusCode() / 100 == 4) {
                    throw new AssertionError(path + " refuses: " + answer.statusCode() + " " + answer.body());
                }
                LOG.info("{} answers {}: again", path, answer.statusCode());
            } catch (IOException e) {
                LOG.debug("{} cannot be reached: again", path);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            sleep(200);
        }
    }

    private void kill(int after) {
        Patience.until(Duration.ofMinutes(10), after + " reports are acknowledged", () -> acknowledged.get() >= after);
        sleep(random.nextInt(1000));
        hub.kill();
        restarts.add(hub.start());
        LOG.info("killed after {} reports, ready again in {}", after, restarts.get(restarts.size() - 1));
    }

    /** Waits until nothing is missing and nothing moves any more, or it is too late for that; then judges. */
    List<String> judge(Evidence.Trial trial, Duration patience) {
        Patience.within(
                patience,
                () -> new KillChecker(Evidence.read(folder), trial).missing().isEmpty());
        var size = new int[] {-1};
        Patience.within(Duration.ofSeconds(30), () -> {
            var before = size[0];
            size[0] = Evidence.read(folder).size();
            sleep(3000);
            return before == size[0];
        });
        var checker = new KillChecker(Evidence.read(folder), trial);
        var faults = checker.check();
        LOG.info(checker.summary());
        return faults;
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
