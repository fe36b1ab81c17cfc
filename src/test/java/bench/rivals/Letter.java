package bench.rivals;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import routes.Headers;

/**
 * A message between two stages.
 *
 * @param to the address it goes to
 * @param type what it is
 * @param id by which a repeat would be known
 * @param ids the report that it is about
 * @param number the release that it is; 0 for none
 * @param delay after which it is to arrive; zero for at once
 * @param text its body
 */
record Letter(String to, String type, String id, Ids ids, long number, Duration delay, String text) {

    private static final String REPORT = "benchReport";
    private static final String REQUEST = "benchRequest";
    private static final String DELIVER_AT = "_AMQ_SCHED_DELIVERY";

    Letter(String to, String type, Ids ids, String text) {
        this(to, type, ids.message(type), ids, 0, Duration.ZERO, text);
    }

    Letter numbered(long release) {
        return new Letter(to, type, id, ids, release, delay, text);
    }

    Letter after(Duration time) {
        return new Letter(to, type, id, ids, number, time, text);
    }

    /** As JMS carries it, grouped by its outage. */
    Message message(Session session) throws JMSException {
        var message = session.createTextMessage(text);
        message.setStringProperty(Headers.MESSAGE, id);
        message.setStringProperty(Headers.TYPE, type);
        message.setStringProperty(Headers.SUBJECT, ids.outage());
        message.setStringProperty(Headers.OUTAGE, ids.outage());
        message.setLongProperty(Headers.NUMBER, number);
        message.setStringProperty(Headers.GROUP, ids.outage());
        message.setStringProperty(REPORT, ids.report());
        message.setStringProperty(REQUEST, ids.request());
        if (!delay.isZero()) {
            message.setLongProperty(DELIVER_AT, System.currentTimeMillis() + delay.toMillis());
        }
        return message;
    }

    /** As it was sent; what came from a neighbour has a text alone. */
    static Letter of(Message message) throws JMSException {
        var outage = message.getStringProperty(Headers.OUTAGE);
        return new Letter(
                null,
                message.getStringProperty(Headers.TYPE),
                message.getStringProperty(Headers.MESSAGE),
                outage == null
                        ? null
                        : new Ids(outage, message.getStringProperty(REPORT), message.getStringProperty(REQUEST)),
                outage == null ? 0 : message.getLongProperty(Headers.NUMBER),
                Duration.ZERO,
                ((TextMessage) message).getText());
    }
}
