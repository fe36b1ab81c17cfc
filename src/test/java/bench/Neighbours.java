package bench;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** All neighbours of one program under test. They answer yes at once, and parse no more than they must. */
final class Neighbours implements AutoCloseable {

    private static final int CONSUMERS = 4;

    private final Arrivals arrivals;
    private final QuickHttp http;
    private final Line oms;
    private final Line css;
    private final Line cms;
    private final AtomicInteger acks = new AtomicInteger();
    private volatile String lastAck;

    /** @param ground of a program whose broker is there */
    Neighbours(Ground ground, Arrivals arrivals) {
        this.arrivals = arrivals;
        http = new QuickHttp(ground.crm(), ground.sap(), arrivals);
        oms = new Line(ground.brokerUrl(), "oms", ground.password());
        css = new Line(ground.brokerUrl(), "css", ground.password());
        cms = new Line(ground.brokerUrl(), "cms", ground.password());
        oms.consume("oms.requests", CONSUMERS, this::asked);
        css.consume("css.records", CONSUMERS, this::told);
        cms.consume("cms.acks", 1, this::acknowledged);
        cms.consume("cms.tasks", 1, (task, session, answers) -> {});
    }

    private void asked(TextMessage message, Session session, MessageProducer answers) throws JMSException {
        var text = message.getText();
        arrivals.came(Arrivals.At.OMS, Outages.number(text));
        var request =
                text.substring(text.indexOf("<MessageID>") + "<MessageID>".length(), text.indexOf("</MessageID>"));
        answers.send(session.createQueue("oms.replies"), session.createTextMessage(Outages.yes(request)));
    }

    private void told(TextMessage message, Session session, MessageProducer answers) throws JMSException {
        arrivals.came(Arrivals.At.CSS, Outages.number(message.getText()));
    }

    private void acknowledged(TextMessage message, Session session, MessageProducer answers) throws JMSException {
        lastAck = message.getText();
        acks.incrementAndGet();
    }

    /** How many acknowledgements CMS got since the last time this was asked. */
    int acks() {
        return acks.get();
    }

    String lastAck() {
        return lastAck;
    }

    QuickHttp http() {
        return http;
    }

    Line cms() {
        return cms;
    }

    /** OMS tells of so many outages. */
    void tell(int outages, IntFunction<String> text) throws JMSException {
        sendAll(oms, "oms.events", outages, text);
    }

    /** CMS sends so many reports, as fast as the broker takes them. */
    void report(int reports, IntFunction<String> text) throws JMSException {
        sendAll(cms, "cms.reports", reports, text);
    }

    private static void sendAll(Line line, String queue, int count, IntFunction<String> text) throws JMSException {
        try (var session = line.session(Session.SESSION_TRANSACTED);
                var producer = session.createProducer(session.createQueue(queue))) {
            for (var i = 0; i < count; i++) {
                producer.send(session.createTextMessage(text.apply(i)));
                if (i % 50 == 49) {
                    session.commit();
                }
            }
            session.commit();
        }
    }

    @Override
    public void close() {
        oms.close();
        css.close();
        cms.close();
        http.close();
    }
}
