package hub;

import java.util.Collection;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;
import routes.ReaderRoutes;

/** Before any route starts: {@code hub.shadow} names neighbours that there are, for a typo would send what was not to be sent. */
@Component
class ShadowNames implements CamelContextConfiguration {

    private final HubProperties properties;

    ShadowNames(HubProperties properties) {
        this.properties = properties;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        var known = new TreeSet<String>();
        known.add("cms");
        ReaderRoutes.of(context).forEach(reader -> known.add(reader.neighbour()));
        check(known);
    }

    /** @throws IllegalStateException for a name that nobody has, and where customers would be told all the same */
    void check(Collection<String> known) {
        var channels = properties.notices().channels();
        if (properties.shadow().contains(ShadowWiring.ALL) && channels != null && !channels.isEmpty()) {
            throw new IllegalStateException("hub.shadow=" + ShadowWiring.ALL + " is to send nothing, and"
                    + " hub.notices.channels=" + channels + " would tell customers. Leave the channels empty,"
                    + " or name the neighbours that are in shadow");
        }
        for (var name : properties.shadow()) {
            if (!name.equals(ShadowWiring.ALL) && !known.contains(name)) {
                throw new IllegalStateException("hub.shadow names " + name + ", and no neighbour is called so. Write "
                        + ShadowWiring.ALL + ", or some of " + known);
            }
        }
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // All was done before.
    }
}
