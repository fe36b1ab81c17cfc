package hub;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import outage.HubClock;
import routes.notices.Senders;

/** What customers are told by. */
@Configuration(proxyBeanMethods = false)
class NoticesWiring {

    @Bean
    Senders senders(HubProperties properties, HubClock clock) {
        return new Senders(
                properties.notices().senders().values().stream()
                        .map(sender -> new Senders.Sender(sender.channel(), sender.address(), sender.perSecond()))
                        .toList(),
                clock);
    }
}
