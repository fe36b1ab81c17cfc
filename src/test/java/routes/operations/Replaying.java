package routes.operations;

import java.util.List;
import mapping.MappingFiles;
import mapping.OmsReader;
import mapping.ReportContract;
import mapping.XmlContract;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import outage.HubClock;
import outage.OmsRequests;
import outage.Replays;
import outage.Resending;
import routes.ReaderRoutes;
import store.DeadLetters;
import store.Holdings;
import store.LetterTurns;
import store.WmsObjects;

/** Lets tests of readers replay as the hub does. */
public final class Replaying {

    private static final int LONGEST = 16 * 1024 * 1024;

    private Replaying() {}

    /** What sends newest states again. */
    public static Resending resending(
            Holdings holdings, WmsObjects objects, CamelContext camel, ProducerTemplate producer) {
        return new QueueResending(holdings, objects, new ReaderRoutes(camel), producer);
    }

    /** What the web asks to send again. */
    public static Replays by(DeadLetters letters, ReaderRoutes readers, ProducerTemplate producer, HubClock clock) {
        return new QueueReplays(letters, new WaysBack(readers, producer), edits(clock, null), clock);
    }

    /** What sends batches on. */
    public static RouteBuilder batches(
            LetterTurns turns, DeadLetters letters, ReaderRoutes readers, ProducerTemplate producer) {
        return new LetterBatchRoute(new LetterBatchSteps(turns, letters, new WaysBack(readers, producer)));
    }

    static Edits edits(HubClock clock, OmsRequests requests) {
        var files = new MappingFiles(null);
        var oms = new OmsReader(new XmlContract(List.of(files.text("oms/Message.xsd"), files.text("oms/Outage.xsd"))));
        return new Edits(new ReportContract(files, 1000), oms, requests, clock, LONGEST);
    }
}
