package sap;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;

/** All of camel-sap's schemes. Camel finds it by META-INF/services, under each of their names. */
public final class SapComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var scheme = uri.substring(0, uri.indexOf(':'));
        var address = SapAddress.of(scheme, remaining);
        var endpoint = new SapEndpoint(uri, this, address, connections());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private SapConnectionConfiguration connections() {
        var found = CamelContextHelper.findSingleByType(getCamelContext(), SapConnectionConfiguration.class);
        if (found == null) {
            throw new IllegalStateException(
                    "Camel's registry has no SapConnectionConfiguration: nobody said which SAP systems there are");
        }
        return found;
    }
}
