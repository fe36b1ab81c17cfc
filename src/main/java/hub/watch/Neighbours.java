package hub.watch;

import hub.HubProperties;
import hub.broker.Brokers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import routes.Reader;
import routes.ReaderRoutes;

/** Whom the hub watches: CMS, which is told in place, and every reader that is deployed. */
@Component
class Neighbours {

    /** It alone answers what it is asked. */
    private static final String OMS = "oms";

    private final ReaderRoutes readers;
    private final Neighbour cms;

    Neighbours(ReaderRoutes readers, HubProperties properties) {
        this.readers = readers;
        var endpoints = properties.endpoints();
        this.cms =
                new Neighbour("cms", List.of(), List.of(endpoints.get("cms-acks"), endpoints.get("cms-tasks")), false);
    }

    /** All now; readers come and go. */
    List<Neighbour> all() {
        var all = new ArrayList<Neighbour>();
        all.add(cms);
        readers.all().forEach(reader -> all.add(neighbour(reader)));
        return all;
    }

    Optional<Neighbour> of(String name) {
        return all().stream().filter(neighbour -> neighbour.name().equals(name)).findFirst();
    }

    /** Its queue, and the queue of releases that bears its name where that is another: what is not yet split for it. */
    private static Neighbour neighbour(Reader reader) {
        var name = reader.neighbour();
        var queues = Stream.of(Brokers.queue(reader.from()), name).distinct().toList();
        return new Neighbour(name, queues, List.of(reader.to()), name.equals(OMS));
    }
}
