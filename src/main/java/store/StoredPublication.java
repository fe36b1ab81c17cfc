package store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mapping.Canonical;
import outage.Ack;
import outage.OmsRequest;
import outage.OutageMessage;
import outage.Publication;
import outage.Release;
import outage.Task;
import outage.Trace;

/** A publication as it is kept with its decision: the body says of which record it is. */
record StoredPublication(
        Publication.Address to,
        String id,
        String group,
        Long number,
        Instant due,
        String type,
        JsonNode body,
        Trace trace) {

    private static final String MESSAGE = OutageMessage.class.getSimpleName();

    private static final Map<String, Class<?>> TYPES = Stream.of(
                    OutageMessage.class, OmsRequest.class, Release.class, Task.class, Ack.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    static String write(List<Publication> publications) {
        return Canonical.write(publications.stream().map(StoredPublication::of).toList());
    }

    static List<Publication> read(String json) {
        return Canonical.read(json, new TypeReference<List<StoredPublication>>() {}).stream()
                .map(StoredPublication::publication)
                .toList();
    }

    private static StoredPublication of(Publication from) {
        var body = from.body();
        var type = body instanceof OutageMessage ? MESSAGE : body.getClass().getSimpleName();
        if (!TYPES.containsKey(type)) {
            throw new IllegalArgumentException("publication " + from.id() + " has a body of type " + type
                    + ", which is not kept; name it in StoredPublication");
        }
        return new StoredPublication(
                from.to(),
                from.id(),
                from.group(),
                from.number(),
                from.due(),
                type,
                Canonical.tree(body),
                from.trace());
    }

    private Publication publication() {
        return new Publication(to, id, group, number, due, Canonical.read(body, TYPES.get(type)), trace);
    }
}
