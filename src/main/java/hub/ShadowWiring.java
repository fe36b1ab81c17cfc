package hub;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import routes.Shadow;
import store.Shadows;

/** Who is in shadow, by the settings; a neighbour that no longer is goes live at this start. */
@Configuration(proxyBeanMethods = false)
class ShadowWiring {

    /** For {@code hub.shadow}: all neighbours, those deployed later too. */
    static final String ALL = "all";

    private static final Logger LOG = LoggerFactory.getLogger(ShadowWiring.class);

    @Bean
    Shadow shadow(Shadows store, HubProperties properties) {
        var wanted = properties.shadow();
        var everybody = wanted.contains(ALL);
        store.all().values().stream()
                .filter(shadow -> shadow.liveAt() == null && !everybody && !wanted.contains(shadow.neighbour()))
                .forEach(shadow -> goLive(store, shadow));
        wanted.stream().filter(name -> !name.equals(ALL)).forEach(store::enter);
        if (!wanted.isEmpty()) {
            LOG.warn("SHADOW MODE: nothing is sent to {}; what would be is kept: /api/operations/shadow", wanted);
        }
        return new Shadow(store, everybody);
    }

    private static void goLive(Shadows store, Shadows.Shadow shadow) {
        store.leave(shadow.neighbour());
        LOG.atWarn()
                .addKeyValue("neighbour", shadow.neighbour())
                .log(
                        "{} was in shadow since {} and is live from now on: what comes from now on is sent to it",
                        shadow.neighbour().toUpperCase(Locale.ROOT),
                        shadow.since());
    }
}
