package routes.channels;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import mapping.Canonical;
import mapping.DisplayText;
import mapping.Mappers;
import mapping.NoticeWords;
import notices.Outgoing;
import org.apache.camel.Body;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.HubClock;
import preferences.Channel;
import routes.Headers;

/** Notices as messages for in-home displays ({@code mappings/ihd}). */
@Component
public class DisplayMessages {

    private final NoticeWords words;
    private final Mappers mappers;
    private final HubClock clock;
    private final String utility;
    private final int bytes;

    /** @param bytes of text that a display takes */
    public DisplayMessages(
            NoticeWords words,
            Mappers mappers,
            HubClock clock,
            @Value("${hub.oan.utility}") String utility,
            @Value("${hub.ihd.bytes}") int bytes) {
        this.words = words;
        this.mappers = mappers;
        this.clock = clock;
        this.utility = utility;
        this.bytes = bytes;
    }

    /** The message, and in the headers by which id it is known and where it is to be shown. */
    public String write(@Body String json, @org.apache.camel.Headers Map<String, Object> headers) {
        var notice = Canonical.read(json, Outgoing.class);
        var now = clock.instant();
        var lines = words.lines(Channel.IHD, notice.wording(now));
        var tree = (ObjectNode) Canonical.tree(json);
        tree.put("text", DisplayText.fitting(lines, bytes));
        tree.put("utility", utility);
        tree.put("now", now.getEpochSecond());
        headers.put(Headers.MESSAGE, notice.id());
        headers.put(Headers.SUBJECT, shownAt(notice));
        if (notice.outage() != null) {
            headers.put(Headers.OUTAGE, notice.outage());
        }
        return mappers.of("ihd").map(tree);
    }

    private static String shownAt(Outgoing notice) {
        var premise = notice.premise();
        return premise == null || premise.meter() == null ? notice.receiver() : premise.meter();
    }
}
