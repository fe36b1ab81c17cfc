package routes.intake;

import java.util.List;
import java.util.function.Function;
import mapping.OmsReader;
import mapping.Refused;
import mapping.ReportContract;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.FieldReport;
import outage.HubClock;
import outage.OmsRequests;
import outage.OutageMessage;

/** Reads what neighbours send by JMS. The door knows who speaks; the message is not asked. */
@Component
class JmsDoor {

    private final ReportContract reports;
    private final OmsReader oms;
    private final OmsRequests requests;
    private final HubClock clock;
    private final int maxBytes;
    private final int maxEventBytes;

    JmsDoor(
            ReportContract reports,
            OmsReader oms,
            OmsRequests requests,
            HubClock clock,
            @Value("${hub.intake.max-bytes}") int maxBytes,
            @Value("${hub.intake.max-event-bytes}") int maxEventBytes) {
        this.reports = reports;
        this.oms = oms;
        this.requests = requests;
        this.clock = clock;
        this.maxBytes = maxBytes;
        this.maxEventBytes = maxEventBytes;
    }

    /** A crew's report, or an array of them. */
    public Reading cms(
            @Body Object came, @Header("JMSCorrelationID") String correlation, @Header("JMSMessageID") String message) {
        var receipt = new ReportContract.Receipt(FieldReport.Role.CREW, "jms", clock.instant());
        return read(
                "cms.reports",
                message,
                correlation == null ? message : correlation,
                came,
                maxBytes,
                text -> reports.read(text, receipt));
    }

    /** Something OMS says of its own accord. */
    public Reading event(@Body Object came, @Header("JMSMessageID") String message) {
        return read("oms.events", message, message, came, maxEventBytes, text -> List.of(oms.event(text)));
    }

    /** OMS's answer to a request of ours. */
    public Reading answer(@Body Object came, @Header("JMSMessageID") String message) {
        return read("oms.replies", message, message, came, maxEventBytes, text -> List.of(oms.answer(text, requests)));
    }

    private static Reading read(
            String door,
            String message,
            String correlation,
            Object came,
            int maxBytes,
            Function<String, List<? extends OutageMessage>> reader) {
        try {
            var messages = reader.apply(MessageText.of(came, maxBytes));
            return new Reading(door, message, correlation, "", true, messages, List.of());
        } catch (Refused e) {
            return new Reading(
                    door,
                    message,
                    correlation,
                    MessageText.kept(came),
                    MessageText.isKeptWhole(came),
                    List.of(),
                    e.faults());
        }
    }
}
