package lab;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens when the lab opens: the neighbours come, OMS tells of the sample outages, and the addresses are said. */
@Component
class LabStart {

    private static final Logger LOG = LoggerFactory.getLogger(LabStart.class);

    private final LabNeighbours neighbours;
    private final ServletWebServerApplicationContext server;

    private final String adminPassword;

    LabStart(
            LabNeighbours neighbours,
            ServletWebServerApplicationContext server,
            @Value("${hub.admin.password}") String adminPassword) {
        this.neighbours = neighbours;
        this.server = server;
        this.adminPassword = adminPassword;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        neighbours.clock().putRight();
        neighbours.twilio().calls(server.getWebServer().getPort());
        neighbours.calm();
        neighbours.tellOfTheSamples();
        LOG.info(addresses("http://127.0.0.1:" + server.getWebServer().getPort(), password()));
    }

    /** One that somebody set is not for the log; the lab's own is for nothing else. */
    private String password() {
        return System.getenv("HUB_ADMIN_PASSWORD") == null ? adminPassword : "as set in HUB_ADMIN_PASSWORD";
    }

    private static String addresses(String hub, String password) {
        return String.join(
                System.lineSeparator(),
                List.of(
                        "",
                        "The hub is up, with its neighbours played beside it. A newcomer needs:",
                        "  " + hub + "/api/cms/reports             send a field report (POST)",
                        "  " + hub + "/api/oans/OUT-SAMPLE-1       what customers may be told",
                        "  " + hub
                                + "/lab/received/oms            what OMS received; also css, wms, crm, cms, sms, ihd",
                        "  " + hub + "/api/operations/dead-letters what could not go on (login: admin)",
                        "  " + hub + "/actuator/hawtio             the routes at work (login: admin)",
                        "The password of admin in this lab: " + password,
                        "Sample outages: OUT-SAMPLE-1 (trouble order TO-SAMPLE-1), OUT-SAMPLE-2 (planned)."));
    }
}
