package hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the hub; with {@code mappings} as its first word it tries mappings instead ({@link MappingsCommand}). The broker is {@link hub.broker.EmbeddedBroker}, not Boot's, which would know no users and no limits. */
@SpringBootApplication(
        scanBasePackages = {"hub", "routes", "store", "web"},
        exclude = {ArtemisAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(HubProperties.class)
public class HubApplication {
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("mappings")) {
            // Nothing is logged here: who calls it reads what it prints.
            LoggingSystem.get(HubApplication.class.getClassLoader()).beforeInitialize();
            var own = System.getProperty("hub.mappings", System.getenv("HUB_MAPPINGS"));
            var command = new MappingsCommand(HubProperties.isSet(own) ? Path.of(own) : null, System.out, System.err);
            System.exit(command.run(List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(HubApplication.class, args);
    }
}
