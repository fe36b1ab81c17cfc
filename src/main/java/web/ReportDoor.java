package web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mapping.Fault;
import mapping.FaultCode;
import mapping.Refused;
import mapping.ReportContract;
import mapping.Utf8;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import outage.FieldReport;
import outage.Gate;
import outage.HubClock;
import outage.Intake;
import outage.Reports;
import outage.Trace;

/** Takes reports by HTTP, JSON or XML, one or several, all or nothing; 202 only once the broker has them on disk. */
@RestController
class ReportDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDoor.class);
    private static final String RETRY_SECONDS = "10";
    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML);

    private final ReportContract contract;
    private final Reports reports;
    private final Intake intake;
    private final Gate gate;
    private final Refusals refusals;
    private final HubClock clock;
    private final int maxBytes;

    ReportDoor(
            ReportContract contract,
            Reports reports,
            Intake intake,
            Gate gate,
            Refusals refusals,
            HubClock clock,
            @Value("${hub.intake.max-bytes}") int maxBytes) {
        this.contract = contract;
        this.reports = reports;
        this.intake = intake;
        this.gate = gate;
        this.refusals = refusals;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** What the sender of a report may follow. */
    record Accepted(String id, String status) {}

    @PostMapping("/api/cms/reports")
    ResponseEntity<Object> fromCms(HttpServletRequest request) throws IOException {
        if (!gate.isOpen()) {
            return later(
                    "DOORS_CLOSED", "Too much waits to be decided, or the disk is nearly full; send it again later.");
        }
        return take(request, FieldReport.Role.CREW);
    }

    /** This door never closes (architecture, flow 8). */
    @PostMapping("/api/dispatcher/reports")
    ResponseEntity<Object> fromDispatcher(HttpServletRequest request) throws IOException {
        return take(request, FieldReport.Role.DISPATCHER);
    }

    private ResponseEntity<Object> take(HttpServletRequest request, FieldReport.Role role) throws IOException {
        var body = request.getInputStream().readNBytes(maxBytes + 1);
        try {
            return accept(read(request, body, role), trace(request), request.getRequestURI());
        } catch (Refused e) {
            return refusals.answer(e.faults(), body);
        }
    }

    private List<FieldReport> read(HttpServletRequest request, byte[] body, FieldReport.Role role) {
        var type = type(request);
        if (body.length > maxBytes) {
            throw new Refused(Fault.of(FaultCode.TOO_LARGE, "", "allowed are " + maxBytes + " bytes"));
        }
        var text = Utf8.text(body);
        if (!text.isBlank() && ReportContract.isXml(text) == MediaType.APPLICATION_JSON.includes(type)) {
            throw new Refused(Fault.of(FaultCode.WRONG_CONTENT_TYPE, "", type.toString()));
        }
        return contract.read(text, new ReportContract.Receipt(role, "http", clock.instant(), this::isReused));
    }

    /** Told at once where it is known already; what is decided at the same time is told later (rules.md §3). */
    private boolean isReused(FieldReport report) {
        return reports.find(report.id())
                .filter(first -> !first.sameContent(report))
                .isPresent();
    }

    private ResponseEntity<Object> accept(List<FieldReport> read, Trace trace, String path) {
        try {
            intake.accept(read, trace);
        } catch (RuntimeException e) {
            // One line: while the hub starts, or the broker is away, there may be hundreds.
            LOG.atError()
                    .addKeyValue("errorCode", "BROKER_AWAY")
                    .addKeyValue(
                            "cause",
                            NestedExceptionUtils.getMostSpecificCause(e).toString())
                    .log("The broker took no reports");
            return later("BROKER_AWAY", "The hub cannot keep reports now; nothing was accepted, send it again later.");
        }
        var accepted = read.stream()
                .map(report -> new Accepted(report.id(), path + "/" + report.id()))
                .toList();
        var answer = ResponseEntity.accepted();
        if (accepted.size() == 1) {
            answer.location(URI.create(accepted.get(0).status()));
        }
        return answer.body(Map.of("reports", accepted));
    }

    /** The sender's place in a trace, by W3C Trace Context; what is malformed is found out later, and ignored. */
    private static Trace trace(HttpServletRequest request) {
        var state = String.join(",", Collections.list(request.getHeaders("tracestate")));
        return Trace.of(request.getHeader("traceparent"), state.isBlank() ? null : state);
    }

    private static ResponseEntity<Object> later(String code, String detail) {
        var problem = new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    private static MediaType type(HttpServletRequest request) {
        var said = String.valueOf(request.getContentType());
        try {
            var type = MediaType.parseMediaType(said);
            if (TYPES.stream().anyMatch(taken -> taken.includes(type))) {
                return type;
            }
        } catch (IllegalArgumentException e) {
            // It is no content type at all: refused as one that is not taken.
        }
        throw new Refused(Fault.of(FaultCode.WRONG_CONTENT_TYPE, "", said));
    }
}
