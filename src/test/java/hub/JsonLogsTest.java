package hub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import mapping.FaultCode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import routes.Wordless;

/** The log with the profile {@code json}: one object a line. */
class JsonLogsTest {

    private final StandardEnvironment environment = new StandardEnvironment();
    private final LoggerContext context = new LoggerContext();

    @Test
    void eachLineIsAnObjectWhateverIsInIt() throws IOException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, "json");
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var log = context.getLogger("routes.backoffice.Courier");
        log.setLevel(Level.INFO);
        log.addAppender(heard);
        says(log);

        var lines = new String(encoder().encode(heard.list.get(0)), StandardCharsets.UTF_8);

        assertThat(lines).endsWith("\n");
        assertThat(lines.strip()).doesNotContain("\n");
        var line = new ObjectMapper().readTree(lines);
        assertThat(line.path("outageId").asText()).isEqualTo("OUT \"1\"\n2");
        assertThat(line.path("errorCode").asText()).isEqualTo("NOT_JSON");
        assertThat(line.path("faults").asInt()).isEqualTo(3);
        assertThat(line.path("message").asText()).isEqualTo("A delivery failed");
        assertThat(at(line, "log", "level").asText()).isEqualTo("ERROR");
        assertThat(at(line, "service", "name").asText()).isEqualTo("outage-hub");
        assertThat(line.path("service").path("node").path("name").asText()).isEqualTo("hub");
        assertThat(at(line, "error", "stack_trace").asText())
                .contains("IllegalStateException")
                .doesNotContain("Jane");
    }

    private static void says(Logger log) {
        log.atError()
                .addKeyValue("outageId", "OUT \"1\"\n2")
                .addKeyValue("traceId", (String) null)
                .addKeyValue("errorCode", FaultCode.NOT_JSON)
                .addKeyValue("faults", 3)
                .setCause(new Wordless(new IllegalStateException("Jane Doe, 555-0100")))
                .log("A delivery failed");
    }

    private static JsonNode at(JsonNode line, String group, String field) {
        return line.path(group).path(field);
    }

    private StructuredLogEncoder encoder() {
        context.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(environment.getRequiredProperty("logging.structured.format.console"));
        encoder.start();
        return encoder;
    }
}
