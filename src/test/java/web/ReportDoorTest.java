package web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mapping.Fault;
import mapping.FaultCode;
import mapping.MappingFiles;
import mapping.ReportContract;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.FieldReport;
import outage.Gate;
import outage.HubClock;
import outage.Intake;
import outage.Reports;

/** The doors when they are closed, and when the broker takes nothing (architecture, flow 8). */
class ReportDoorTest {

    private static final String REPORT =
            """
            {"id": "R-1", "outage": "OUT-1", "job": {"id": "TO-1", "kind": "TROUBLE_ORDER"},
             "deviceTime": "2026-03-02T18:00:00Z", "status": "ON_SITE"}
            """;

    private final Intake intake = mock(Intake.class);
    private final Reports reports = mock(Reports.class);
    private final Refusals refusals = mock(Refusals.class);
    private final Gate gate = new Gate(10, 80);
    private final MockMvc door;

    ReportDoorTest() {
        var contract = new ReportContract(new MappingFiles(null), 10);
        var controller = new ReportDoor(contract, reports, intake, gate, refusals, new HubClock(), 100_000);
        door = MockMvcBuilders.standaloneSetup(controller).build();
    }

    private ResultActions send(String path) throws Exception {
        return door.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(REPORT));
    }

    @Test
    void whileTooMuchWaitsCrewsAreAskedToComeLater() throws Exception {
        gate.look(10, 0);

        send("/api/cms/reports")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("DOORS_CLOSED"));

        verifyNoInteractions(intake);
    }

    @Test
    void theDispatchersDoorNeverCloses() throws Exception {
        gate.look(10, 99);

        send("/api/dispatcher/reports").andExpect(status().isAccepted());

        verify(intake).accept(any(), any());
    }

    @Test
    void whatTheBrokerDidNotTakeIsNotAccepted() throws Exception {
        doThrow(new IllegalStateException("away")).when(intake).accept(any(), any());

        send("/api/cms/reports")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.code").value("BROKER_AWAY"));
    }

    @Test
    void anIdThatWasUsedIsNamedAtItsPlaceInTheArray() throws Exception {
        var used = new FieldReport(
                "R-2",
                "OUT-9",
                null,
                FieldReport.Role.CREW,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                "other",
                null);
        when(reports.find("R-2")).thenReturn(Optional.of(used));
        var second = REPORT.replace("R-1", "R-2");
        var body = "[" + String.join(",", REPORT, REPORT, second) + "]";

        door.perform(
                post("/api/cms/reports").contentType(MediaType.APPLICATION_JSON).content(body));

        verify(refusals).answer(eq(List.of(Fault.of(FaultCode.ID_REUSED, "/2/id", "R-2"))), any());
        verifyNoInteractions(intake);
    }
}
