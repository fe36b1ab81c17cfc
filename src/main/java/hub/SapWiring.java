package hub;

import java.util.HashMap;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sap.SapConnectionConfiguration;
import sap.jco.JCoSettings;

/** The SAP systems of the settings. With Red Hat's camel-sap this becomes its own SapConnectionConfiguration (docs/sap.md). */
@Configuration(proxyBeanMethods = false)
class SapWiring {

    @Bean
    SapConnectionConfiguration sapConnectionConfiguration(HubProperties properties) {
        var destinations = new HashMap<String, JCoSettings>();
        properties.sap().destinations().forEach((name, system) -> destinations.put(name, settings(system)));
        var servers = new HashMap<String, String>();
        properties.sap().servers().forEach((name, server) -> servers.put(name, server.destination()));
        return new SapConnectionConfiguration(destinations, servers);
    }

    private static JCoSettings settings(HubProperties.SapSystem system) {
        return new JCoSettings(
                system.url(),
                system.client(),
                system.user(),
                Objects.requireNonNullElse(system.password(), ""),
                system.callTimeout());
    }
}
