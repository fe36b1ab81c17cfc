package routes.intake;

import java.util.stream.Collectors;
import mapping.Canonical;
import mapping.Fault;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import outage.Ack;
import outage.FieldReport;
import outage.HubClock;
import outage.Ids;

/** What the JMS door tells CMS about each message. */
@Component
class CmsAcks {

    private static final int LONGEST = 8000;

    private final HubClock clock;

    CmsAcks(HubClock clock) {
        this.clock = clock;
    }

    /** The report is taken, and survives a crash from here on. */
    public Ack accepted(@Body FieldReport report, @Variable("correlation") String correlation) {
        return new Ack(
                Ids.of(String.valueOf(correlation), "cms", "accepted", report.id()),
                report.id(),
                report.outage(),
                Ack.Code.ACCEPTED,
                "accepted; what becomes of it: /api/cms/reports/" + report.id(),
                clock.instant());
    }

    /** The message is refused, whole, for all of these faults. */
    public Ack rejected(@Body Reading reading) {
        var text = reading.faults().stream().map(Fault::line).collect(Collectors.joining("\n"));
        return new Ack(
                Ids.of(String.valueOf(reading.correlation()), "cms", "rejected", reading.door()),
                null,
                null,
                Ack.Code.REJECTED,
                text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…",
                clock.instant());
    }

    /** As it goes to CMS. */
    public String text(@Body Ack ack) {
        return Canonical.write(ack);
    }
}
