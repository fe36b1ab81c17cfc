package bench.rivals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What one report once left at the hub, in its queues and at its neighbours: texts in which only the ids change. */
public final class Sample {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode tree;
    private final List<String> words;
    private final Map<String, Template> texts = new HashMap<>();

    private Sample(JsonNode tree) {
        this.tree = tree;
        this.words = List.of(
                tree.path("outage").asText(),
                tree.path("report").asText(),
                tree.path("request").asText());
        tree.path("texts").properties().forEach(text -> texts.put(text.getKey(), template(text.getValue())));
    }

    /** Reads what {@link #write} wrote. */
    static Sample read(Path file) {
        try {
            return new Sample(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("no sample in " + file, e);
        }
    }

    /** Keeps a sample: {@code outage}, {@code report}, {@code request}, {@code texts}, {@code history}, {@code notices} and {@code calls}. */
    public static void write(Path file, ObjectNode sample) {
        try {
            JSON.writeValue(file.toFile(), sample);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample cannot be kept in " + file, e);
        }
    }

    private Template template(JsonNode text) {
        return Template.of(text.asText(), words);
    }

    /** A text by its name, with these ids in place of the sample's. */
    String text(String name, Ids ids) {
        return fill(texts.get(name), ids);
    }

    private static String fill(Template template, Ids ids) {
        return template.with(ids.outage(), ids.report(), ids.request());
    }

    /** A line of history. */
    record HistoryLine(String who, Template what, Template changes) {
        String what(Ids ids) {
            return fill(what, ids);
        }

        String changes(Ids ids) {
            return fill(changes, ids);
        }
    }

    /** The lines that the decision about such a message added. */
    List<HistoryLine> history(String type) {
        return StreamSupport.stream(tree.path("history").path(type).spliterator(), false)
                .map(line -> new HistoryLine(
                        line.path("who").asText(), template(line.path("what")), template(line.path("changes"))))
                .toList();
    }

    /** A notice to customers. */
    record Notice(String type, Template body) {
        String body(Ids ids) {
            return fill(body, ids);
        }
    }

    /** The notices that one release gave. */
    List<Notice> notices() {
        return StreamSupport.stream(tree.path("notices").spliterator(), false)
                .map(notice -> new Notice(notice.path("type").asText(), template(notice.path("body"))))
                .toList();
    }

    /** A call at SAP. */
    record Call(String function, Template body) {
        String body(Ids ids) {
            return fill(body, ids);
        }
    }

    /** The calls that one state made at SAP. */
    List<Call> calls() {
        return StreamSupport.stream(tree.path("calls").spliterator(), false)
                .map(call -> new Call(call.path("function").asText(), template(call.path("body"))))
                .toList();
    }
}
