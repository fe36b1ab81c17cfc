package sap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of IDocs come from SAP, are seen once, and are confirmed when their exchange is done. */
class IDocListServerTest {

    private final PlayedSystem system = new PlayedSystem();
    private final List<String> came = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        system.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("sap-idoclist-server:WMS:IORDER01:::?propagateExceptions=true")
                        .bean(IDocListServerTest.this, "take");
            }
        });
    }

    @AfterEach
    void stop() {
        system.close();
    }

    /** Called by the route. */
    public void take(String list) {
        came.add(list);
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("not now");
        }
    }

    @Test
    void listsComeInOrderAndOnce() {
        system.sap.send("WMS", "TID1", list("1"));
        system.sap.send("WMS", "TID2", list("2"));

        await().until(() -> system.sap.unconfirmed("WMS") == 0);

        assertThat(came).containsExactly(list("1"), list("2"));
    }

    @Test
    void aListWhoseExchangeFailedComesAgain() {
        failures.set(1);

        system.sap.send("WMS", "TID1", list("1"));
        await().until(() -> system.sap.unconfirmed("WMS") == 0);

        assertThat(came).containsExactly(list("1"), list("1"));
    }

    @Test
    void whenSapComesBackItsListsComeToo() {
        system.sap.off();
        system.sap.send("WMS", "TID1", list("1"));

        system.sap.on();
        await().until(() -> system.sap.unconfirmed("WMS") == 0);

        assertThat(came).containsExactly(list("1"));
    }

    private static String list(String number) {
        return "<idoc:DocumentList xmlns:idoc=\"http://sap.fusesource.org/idoc\" iDocType=\"IORDER01\"><document"
                + " iDocType=\"IORDER01\" iDocNumber=\"" + number + "\"/></idoc:DocumentList>";
    }
}
