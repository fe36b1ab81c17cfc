package routes.outage;

import java.util.List;
import mapping.Canonical;
import org.springframework.stereotype.Component;
import outage.OutageMessage;
import outage.Publication;
import outage.Writer;

/** Brings a message of {@code outage.reports} before the writer. */
@Component
class Deciding {

    private final Writer writer;

    Deciding(Writer writer) {
        this.writer = writer;
    }

    /** What the message leads to, in order. */
    public List<Publication> decide(String message) {
        return writer.handle(Canonical.read(message, OutageMessage.class));
    }
}
