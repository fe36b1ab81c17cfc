package sap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import lab.Pace;
import lab.PlayedSap;
import lab.Ports;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import sap.jco.JCoSettings;

/** A played SAP and a bare Camel context that knows it as the destination WMS. */
final class PlayedSystem implements AutoCloseable {

    static final String LOGIN = "OUTAGEHUB:secret";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    final int port = Ports.free();
    final PlayedSap sap = new PlayedSap(port, Pace.WALL, null, LOGIN);
    final CamelContext camel = new DefaultCamelContext();

    private final String password;

    PlayedSystem() {
        this("secret");
    }

    PlayedSystem(String password) {
        this.password = password;
        sap.on();
        camel.getRegistry().bind("sap-configuration", configuration());
    }

    SapConnectionConfiguration configuration() {
        return new SapConnectionConfiguration(Map.of("wms", settings()), Map.of("wms", "wms"));
    }

    JCoSettings settings() {
        return new JCoSettings(URI.create("http://127.0.0.1:" + port), "100", "OUTAGEHUB", password, TIMEOUT);
    }

    void start(RouteBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
    }

    /** Sends a request of its own exchange. */
    Exchange send(String endpoint, String body) {
        var exchange = ExchangeBuilder.anExchange(camel).withBody(body).build();
        try (var template = camel.createProducerTemplate()) {
            return template.send(endpoint, exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
        sap.close();
    }
}
