package bench;

import bench.rivals.Sample;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mapping.Canonical;
import outage.OmsAnswer;

/** Keeps what one report left at the hub, so that the rivals write what the hub writes today. */
final class Sampling {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sampling() {}

    /**
     * Ends the hub, for nobody else may read its database meanwhile, and keeps a sample.
     *
     * @param round the last one that the hub was through
     * @return the file
     */
    static Path of(Trial hub, int round) throws SQLException {
        var calls = hub.neighbours().http().lastCommitted();
        var ack = hub.neighbours().lastAck();
        hub.end();
        var file = hub.ground().folder().resolve("sample.json");
        try (var db = Kept.open(hub.ground().data())) {
            Sample.write(file, sample(db, round, calls, ack));
        }
        return file;
    }

    private static ObjectNode sample(Connection db, int round, List<QuickHttp.Call> calls, String ack)
            throws SQLException {
        var outage = calls.stream()
                .mapToInt(call -> Outages.number(call.body()))
                .max()
                .orElseThrow();
        var id = Outages.id(outage);
        var report = Outages.report(outage, round);
        var request = one(db, "select request from oms_requests where outage = ? order by asked_at desc", id);
        var answer = new OmsAnswer("RE-" + request, id, request, OmsAnswer.Result.OK, List.of(), null, Instant.now());
        var sample =
                JSON.createObjectNode().put("outage", id).put("report", report).put("request", request);
        var texts = sample.putObject("texts")
                .put("ack", ack)
                .put("answer", Canonical.write(answer))
                .put("report", one(db, "select body from reports where report = ?", report))
                .put("state", one(db, "select body from outages where outage = ?", id))
                .put("plan", one(db, "select done_body from notice_plans where outage = ?", id))
                .put("oan", one(db, "select body from oans where outage = ?", id))
                .put("wms.state", one(db, "select state from wms_objects where job = ?", Outages.job(outage)));
        for (var neighbour : List.of("oms", "css", "crm", "wms")) {
            for (var column : List.of("came", "sent")) {
                texts.put(
                        neighbour + "." + column,
                        one(
                                db,
                                "select " + column + " from deliveries where outage = ? and neighbour = '" + neighbour
                                        + "' order by first_at desc",
                                id));
            }
        }
        var history = sample.putObject("history");
        var decided = List.of(new String[] {"FieldReport", report}, new String[] {"OmsAnswer", answer.id()});
        for (var decision : decided) {
            var publications = one(db, "select publications from decisions where message = ?", decision[1]);
            texts.put("publications." + decision[0], publications);
            Canonical.tree(publications).forEach(sent -> {
                if ("Alarm".equals(sent.path("body").path("record").asText())) {
                    texts.put("alarm", sent.path("body").toString());
                }
            });
            var lines = history.putArray(decision[0]);
            for (var line : rows(db, "select who, what, changes from history where message = ?", decision[1])) {
                lines.addObject()
                        .put("who", line.get(0))
                        .put("what", line.get(1))
                        .put("changes", line.get(2));
            }
        }
        var notices = sample.putArray("notices");
        var newest = "select type, body from notices n where outage = ? and due_at ="
                + " (select max(due_at) from notices where outage = n.outage)";
        for (var notice : rows(db, newest, id)) {
            notices.addObject().put("type", notice.get(0)).put("body", notice.get(1));
        }
        var called = sample.putArray("calls");
        calls.forEach(
                call -> called.addObject().put("function", call.function()).put("body", call.body()));
        return sample;
    }

    private static String one(Connection db, String sql, String value) throws SQLException {
        var rows = rows(db, sql, value);
        if (rows.isEmpty()) {
            throw new IllegalStateException("the hub kept nothing of " + value + ": " + sql);
        }
        return rows.get(0).get(0);
    }

    private static List<List<String>> rows(Connection db, String sql, String value) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = db.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
