package routes.operations;

import java.util.HashMap;
import java.util.Optional;
import mapping.Canonical;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.Ids;
import outage.JobState;
import outage.Release;
import outage.Resending;
import outage.WmsRules;
import routes.Headers;
import routes.Reader;
import routes.ReaderRoutes;
import store.Holdings;
import store.WmsObjects;

/** Sends newest states again by way of the readers' queues; the message is a new one, of the number that its state has. */
@Component
class QueueResending implements Resending {

    private static final Logger LOG = LoggerFactory.getLogger(QueueResending.class);
    private static final String WMS = "wms";
    private static final String OMS = "oms";

    private final Holdings holdings;
    private final WmsObjects objects;
    private final ReaderRoutes readers;
    private final ProducerTemplate producer;

    QueueResending(Holdings holdings, WmsObjects objects, ReaderRoutes readers, ProducerTemplate producer) {
        this.holdings = holdings;
        this.objects = objects;
        this.readers = readers;
        this.producer = producer;
    }

    @Override
    public boolean send(String cause, String neighbour, String subject, String outage) {
        var reader = readers.of(neighbour).filter(one -> !neighbour.equals(OMS));
        var newest = holdings.find(outage);
        if (reader.isEmpty() || newest.isEmpty()) {
            return false;
        }
        return neighbour.equals(WMS)
                ? job(newest.get(), subject)
                        .map(state -> {
                            // SAP is to be told all of it, whatever it was told before.
                            objects.forget(subject);
                            return send(cause, reader.get(), state, subject, newest.get());
                        })
                        .orElse(false)
                : send(cause, reader.get(), newest.get(), subject, newest.get());
    }

    private static Optional<JobState> job(Release release, String job) {
        return WmsRules.messages(release).stream()
                .filter(JobState.class::isInstance)
                .map(JobState.class::cast)
                .filter(state -> state.subject().equals(job))
                .findFirst();
    }

    private boolean send(String cause, Reader reader, Object state, String subject, Release release) {
        var headers = new HashMap<String, Object>();
        headers.put(Headers.MESSAGE, Ids.of(cause, reader.neighbour(), "again", subject));
        headers.put(Headers.TYPE, state.getClass().getSimpleName());
        headers.put(Headers.SUBJECT, subject);
        headers.put(Headers.NUMBER, release.number());
        headers.put(Headers.OUTAGE, release.outage());
        headers.put(Headers.GROUP, release.outage());
        producer.sendBodyAndHeaders(reader.wake(), Canonical.write(state), headers);
        LOG.atInfo()
                .addKeyValue("neighbour", reader.neighbour())
                .addKeyValue("outageId", release.outage())
                .log("The newest state is sent again");
        return true;
    }
}
