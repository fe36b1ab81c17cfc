package bench;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.concurrent.locks.LockSupport;

/** Sends reports by JMS one by one, each when it is due. */
final class Crew {

    private static final long SECOND = 1_000_000_000;

    private final Line line;

    Crew(Line line) {
        this.line = line;
    }

    /**
     * A report about each outage, in an even pace.
     *
     * @return when the broker had each of them, by {@link System#nanoTime}
     */
    long[] report(int outages, int round, int perSecond) throws JMSException {
        var accepted = new long[outages];
        try (var session = line.session(Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createQueue("cms.reports"))) {
            var begun = System.nanoTime();
            for (var number = 0; number < outages; number++) {
                var due = begun + number * SECOND / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                producer.send(session.createTextMessage(Outages.reportText(number, round)));
                accepted[number] = System.nanoTime();
            }
        }
        return accepted;
    }
}
