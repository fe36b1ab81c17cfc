package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plays a scenario. Each verb of its steps is a line in {@link #play(String, JsonNode)}; a later neighbour adds lines there
 * and in {@link Expectations}.
 */
public final class ScenarioPlayer {

    /**
     * How a run went.
     *
     * @param scenario the claim
     * @param passed whether it held
     * @param told a line for each step, the last says what was wrong
     */
    public record Result(String scenario, boolean passed, List<String> told) {}

    private static final Duration REAL_PATIENCE = Duration.ofSeconds(20);

    private final Stage stage;
    private final int speed;
    private final Expectations expectations;

    /** @param speed how many times faster time runs while the scenario waits, 1 to {@link LabClock#FASTEST} */
    public ScenarioPlayer(Stage stage, int speed) {
        this.stage = stage;
        this.speed = speed;
        expectations = new Expectations(stage);
    }

    /** Plays all steps on a calm stage, then sees that nobody received more than was expected. */
    public Result play(Scenario scenario) {
        var told = new ArrayList<String>();
        stage.calm();
        var run = scenario.forRun(
                UUID.randomUUID().toString().substring(0, 8), stage.clock().now());
        try {
            for (var step : run.steps()) {
                var verb = step.properties().iterator().next();
                told.add((told.size() + 1) + ". " + verb.getKey() + " " + verb.getValue());
                play(verb.getKey(), verb.getValue());
            }
            expectations.nothingElse();
            return new Result(scenario.name(), true, told);
        } catch (AssertionError | RuntimeException e) {
            told.add("NOT SO: " + e);
            return new Result(scenario.name(), false, told);
        } finally {
            stage.calm();
        }
    }

    private void play(String verb, JsonNode what) {
        switch (verb) {
            case "oms-tells" ->
                stage.oms().tell(OmsEventText.Type.valueOf(what.path("type").asText()), facts(what));
            case "oms-knows" -> stage.oms().knows(facts(what));
            case "oms-answers" -> stage.oms().play(what.path("outage").asText(), behaviours(what.path("with")));
            case "oms-usually" -> usually(behaviour(what));
            case "oms" -> onOff(what, stage.oms()::on, stage.oms()::off);
            case "crm" -> onOff(what, stage.crm()::on, stage.crm()::off);
            case "css" -> onOff(what, stage.css()::on, stage.css()::off);
            case "wms" -> onOff(what, stage.wms()::on, stage.wms()::off);
            case "wms-answers" -> stage.wms().play(what.path("outage").asText(), sapBehaviours(what.path("with")));
            case "crm-answers" -> stage.crm().play(what.path("outage").asText(), crmBehaviours(what.path("with")));
            case "crew-reports" -> crewReports(what);
            case "dispatcher-reports" -> post("/api/dispatcher/reports", what);
            case "dispatcher-decides" -> dispatcherDecides(what);
            case "storm" -> storm(what);
            case "wait" -> letPass(Scenario.duration(what.asText()));
            case "expect" -> expectations.expect(what);
            case "note" -> {}
            default -> throw new IllegalArgumentException("there is no step " + verb);
        }
    }

    private void usually(OmsBehaviour behaviour) {
        stage.oms().usually(request -> behaviour);
    }

    private static void onOff(JsonNode what, Runnable on, Runnable off) {
        ("on".equals(what.asText()) ? on : off).run();
    }

    private static OmsFacts facts(JsonNode what) {
        var said = new LinkedHashMap<String, Object>();
        what.path("facts")
                .properties()
                .forEach(fact -> said.put(fact.getKey(), Journal.JSON.convertValue(fact.getValue(), Object.class)));
        return new OmsFacts(what.path("outage").asText(), said);
    }

    private static OmsBehaviour[] behaviours(JsonNode with) {
        var all = new ArrayList<OmsBehaviour>();
        with.forEach(one -> all.add(behaviour(one)));
        return all.toArray(OmsBehaviour[]::new);
    }

    /** Either a word, or one field: {@code FAILED: no such crew}, {@code LATE: 30s}. */
    private static OmsBehaviour behaviour(JsonNode one) {
        if (one.isTextual()) {
            return "NEVER".equals(one.asText()) ? OmsBehaviour.NEVER : OmsBehaviour.OK;
        }
        var field = one.properties().iterator().next();
        var value = field.getValue().asText();
        return switch (field.getKey()) {
            case "FAILED" -> OmsBehaviour.failed(value);
            case "PARTIAL" -> OmsBehaviour.partial(value);
            case "LATE" -> OmsBehaviour.late(Scenario.duration(value));
            default -> throw new IllegalArgumentException("OMS cannot answer " + field.getKey());
        };
    }

    private static PlayedCrm.Behaviour[] crmBehaviours(JsonNode with) {
        var all = new ArrayList<PlayedCrm.Behaviour>();
        with.forEach(one -> all.add(new PlayedCrm.Behaviour(
                one.isInt() ? one.asInt() : one.path("status").asInt(200),
                one.path("retryAfter").asText(null),
                Scenario.duration(one.path("after").asText("0s")))));
        return all.toArray(PlayedCrm.Behaviour[]::new);
    }

    /** A word, or one field: {@code locked}, {@code REFUSED: no such work center}. */
    private static PlayedSap.Behaviour[] sapBehaviours(JsonNode with) {
        var all = new ArrayList<PlayedSap.Behaviour>();
        with.forEach(one -> all.add(
                switch (one.isTextual() ? one.asText() : one.fieldNames().next()) {
                    case "LOCKED" -> PlayedSap.Behaviour.locked();
                    case "NO_ANSWER" -> PlayedSap.Behaviour.noAnswer();
                    case "REFUSED" ->
                        PlayedSap.Behaviour.refused(one.path("REFUSED").asText());
                    default -> PlayedSap.Behaviour.OK;
                }));
        return all.toArray(PlayedSap.Behaviour[]::new);
    }

    private void crewReports(JsonNode what) {
        var times = what.path("times").asInt(1);
        var report = what.path("report");
        var id = report.path("id").asText();
        var form = what.path("as").asText("json");
        for (var i = 0; i < times; i++) {
            switch (what.path("by").asText()) {
                case "jms" -> stage.cms().report(ReportText.of(report, form), id);
                case "file" -> stage.cms().drop(id + "." + form, ReportText.of(report, form));
                default -> post("/api/cms/reports", what);
            }
        }
    }

    private void post(String path, JsonNode what) {
        var form = what.path("as").asText("json");
        var answer = stage.post(path, "application/" + form, ReportText.of(what.path("report"), form));
        same("HTTP status of " + path, what.path("answer").asInt(202), answer.statusCode(), answer.body());
    }

    private void dispatcherDecides(JsonNode what) {
        var report = what.path("report").asText();
        var item = new String[1];
        Patience.until(REAL_PATIENCE, "report " + report + " waits for review", () -> {
            item[0] = reviewItem(report);
            return item[0] != null;
        });
        var verb = what.has("refuse") ? "refuse" : "approve";
        var reason = Map.of("reason", what.path(verb).asText());
        var answer = stage.post(
                "/api/dispatcher/review/" + item[0] + "/" + verb,
                Journal.JSON.valueToTree(reason).toString());
        same("HTTP status of " + verb, 2, answer.statusCode() / 100, answer.body());
    }

    private String reviewItem(String report) {
        var list =
                Tree.of(stage.get("/api/dispatcher/review?state=OPEN&size=100").body());
        for (var item : list.path("items")) {
            if (report.equals(item.path("report").asText())
                    || report.equals(item.at("/report/id").asText())) {
                return item.path("item").asText(item.path("id").asText());
            }
        }
        return null;
    }

    private void storm(JsonNode what) {
        var path = "/api/dispatcher/storms/" + what.path("district").asText();
        var on = "on".equals(what.path("mode").asText());
        var answer = on ? stage.put(path, "{}") : stage.delete(path);
        same("HTTP status of the storm switch", 2, answer.statusCode() / 100, answer.body());
    }

    private void letPass(Duration time) {
        stage.clock().speed(speed);
        try {
            Thread.sleep(stage.clock().real(time).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stage.clock().speed(1);
        }
    }

    private static void same(String what, int expected, int actual, String body) {
        if (expected != actual) {
            throw new AssertionError(what + " should be " + expected + ", is " + actual + ": " + body);
        }
    }
}
