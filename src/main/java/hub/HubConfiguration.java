package hub;

import mapping.Limits;
import mapping.Mappers;
import mapping.MappingFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import outage.HubClock;
import outage.Settings;
import store.Logins;
import web.HttpUsers;

/** The beans that every room asks for. */
@Configuration(proxyBeanMethods = false)
class HubConfiguration {

    /** The one clock; the lab brings a faster one (as {@code @Primary}). */
    @Bean
    @ConditionalOnMissingBean
    HubClock hubClock() {
        return new HubClock();
    }

    @Bean
    MappingFiles mappingFiles(HubProperties properties) {
        return new MappingFiles(properties.mappings());
    }

    @Bean
    Limits limits(HubProperties properties) {
        return new Limits(properties.mapping().maxTime(), properties.mapping().maxChars());
    }

    /** What the hub brings along; what a folder brings comes by deploying it (routes.deployments). */
    @Bean
    Mappers mappers(Limits limits) {
        return new Mappers(new MappingFiles(null), limits);
    }

    @Bean
    Settings settings(HubProperties properties) {
        return new Settings(properties.oms().patience(), properties.oan().phone());
    }

    @Bean
    HttpUsers httpUsers(HubProperties properties, Logins logins, HubClock clock) {
        return new HttpLogins(logins, clock, System.out).users(properties);
    }
}
