package lab;

import hub.broker.EmbeddedBroker;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The lab's own parts: its clock, the neighbours, and the door to them, for this machine alone. */
@Configuration(proxyBeanMethods = false)
class LabConfiguration {

    @Bean
    @Primary
    LabClock labClock() {
        return new LabClock();
    }

    @Bean(destroyMethod = "close")
    PlayedOms playedOms(
            LabClock clock, EmbeddedBroker broker, @Value("${hub.broker.users.oms.password}") String password) {
        return new PlayedOms("tcp://127.0.0.1:" + broker.port(), password, clock, null);
    }

    @Bean(destroyMethod = "close")
    PlayedCms playedCms(
            LabClock clock,
            EmbeddedBroker broker,
            @Value("${hub.drop.cms}") Path drop,
            @Value("${hub.broker.users.cms.password}") String password) {
        return new PlayedCms("tcp://127.0.0.1:" + broker.port(), password, drop, clock, null);
    }

    @Bean(destroyMethod = "close")
    PlayedCss playedCss(
            LabClock clock, EmbeddedBroker broker, @Value("${hub.broker.users.css.password}") String password) {
        return new PlayedCss("tcp://127.0.0.1:" + broker.port(), password, clock, null);
    }

    @Bean(destroyMethod = "close")
    PlayedSap playedSap(LabClock clock, @Value("${hub.sap.destinations.wms.url}") URI address) {
        return new PlayedSap(address.getPort(), clock, null);
    }

    @Bean(destroyMethod = "close")
    PlayedCrm playedCrm(LabClock clock, @Value("${hub.endpoints.crm}") URI address) {
        return new PlayedCrm(address.getPort(), clock, null);
    }

    @Bean(destroyMethod = "close")
    PlayedDisplays playedDisplays(
            LabClock clock, EmbeddedBroker broker, @Value("${hub.broker.users.ihd.password}") String password) {
        return new PlayedDisplays("tcp://127.0.0.1:" + broker.port(), password, clock);
    }

    @Bean(destroyMethod = "close")
    PlayedTwilio playedTwilio(
            LabClock clock,
            @Value("${hub.twilio.url}") URI address,
            @Value("${hub.twilio.account-sid}") String account,
            @Value("${hub.twilio.auth-token}") String token,
            @Value("${hub.public-url}") String signed) {
        return new PlayedTwilio(address.getPort(), account, token, signed, clock);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain labDoor(HttpSecurity http) throws Exception {
        var v4 = new IpAddressMatcher("127.0.0.0/8");
        var v6 = new IpAddressMatcher("::1");
        return http.securityMatcher("/lab/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(v4, v6)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults())
                .build();
    }
}
