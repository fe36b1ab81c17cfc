package routes.notices;

import java.util.Locale;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;
import preferences.Channel;
import store.NoticeLine;
import store.NoticeResults;

/**
 * {@code notices:sms}: a channel's line of waiting notices, read as a queue is. The line is a table, for a million may wait there
 * for their time, and the most urgent goes first (docs/decisions/0018).
 */
@Component("notices")
class NoticesComponent extends DefaultComponent {

    private final NoticeLine line;
    private final NoticeResults results;
    private final Senders senders;

    NoticesComponent(NoticeLine line, NoticeResults results, Senders senders) {
        this.line = line;
        this.results = results;
        this.senders = senders;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var channel = Channel.valueOf(remaining.toUpperCase(Locale.ROOT));
        var endpoint = new NoticesEndpoint(uri, this, new Taking(channel, line, results, senders));
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
