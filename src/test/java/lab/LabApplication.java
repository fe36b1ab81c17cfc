package lab;

import hub.HubApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/** The hub with its neighbours played beside it, each start afresh: {@code mvn spring-boot:test-run}. */
@SpringBootApplication(scanBasePackages = "lab")
@Import(HubApplication.class)
public class LabApplication {

    public static void main(String[] args) throws IOException {
        FileSystemUtils.deleteRecursively(Path.of("target", "lab"));
        SampleCustomers.write(Path.of("target", "lab", "extracts"), 1, SampleCustomers.COUNT);
        var application = new SpringApplication(LabApplication.class);
        application.setAdditionalProfiles("lab");
        // The lab plays the Dispatcher too, so it must know a password that the hub itself would only print.
        application.setDefaultProperties(
                Map.of("hub.admin.password", UUID.randomUUID().toString()));
        application.run(args);
    }
}
