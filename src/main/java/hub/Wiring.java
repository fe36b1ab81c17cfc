package hub;

import hub.broker.Queues;
import mapping.Limits;
import mapping.MappingFiles;
import mapping.NoticeWords;
import mapping.PlainWords;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.Decider;
import outage.HubClock;
import outage.OanWords;
import outage.Outages;
import outage.Settings;
import outage.World;
import outage.Writer;
import store.JdbcOmsRequests;
import store.JdbcWorld;
import store.Keeping;
import store.ReferenceData;
import store.Storms;

/** Puts the domain together, which knows no framework. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    World world(
            JdbcClient db,
            Storms storms,
            JdbcOmsRequests requests,
            HubClock clock,
            @Qualifier("omsQueues") Queues oms) {
        return new JdbcWorld(
                db, storms, requests, clock, () -> oms.messages("oms.replies").orElse(0) > 0);
    }

    @Bean
    Writer writer(Outages outages, World world, Settings settings, OanWords words) {
        return new Writer(outages, new Decider(world, settings, words), world);
    }

    @Bean
    OanWords oanWords(MappingFiles files, Limits limits, HubProperties properties) {
        return new PlainWords(files, properties.oan().zone(), limits);
    }

    @Bean
    NoticeWords noticeWords(MappingFiles files, HubProperties properties) {
        return new NoticeWords(files, properties.oan().utility());
    }

    @Bean
    Keeping keeping(HubProperties properties) {
        var keep = properties.keep();
        return new Keeping(
                keep.reports(),
                keep.decisions(),
                keep.clocks(),
                keep.history(),
                keep.deliveries(),
                keep.deadLetters(),
                keep.files(),
                keep.outages());
    }

    @Bean
    ReferenceData referenceData(JdbcTemplate batches, HubProperties properties) {
        return new ReferenceData(batches, properties.referenceData());
    }
}
