package hub;

import java.util.List;
import mapping.MappingFiles;
import mapping.OmsReader;
import mapping.ReportContract;
import mapping.XmlContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import outage.Gate;

/** What the doors read by, and whether they are open. */
@Configuration(proxyBeanMethods = false)
class DoorWiring {

    @Bean
    ReportContract reportContract(MappingFiles files, HubProperties properties) {
        return new ReportContract(files, properties.intake().maxReports());
    }

    @Bean
    OmsReader omsReader(MappingFiles files) {
        return new OmsReader(new XmlContract(List.of(files.text("oms/Message.xsd"), files.text("oms/Outage.xsd"))));
    }

    @Bean
    Gate gate(HubProperties properties) {
        var intake = properties.intake();
        return new Gate(intake.maxBacklog(), intake.maxDiskPercent());
    }
}
