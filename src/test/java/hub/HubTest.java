package hub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole hub on its embedded defaults, in a folder of its own and on free ports, one for all tests that bear this
 * annotation: add neither properties nor mock beans, or there will be a second one.
 *
 * <p>Inject {@code hub.broker.EmbeddedBroker} for the port of its broker. Neighbours log in as {@code cms},
 * {@code oms} and {@code css}, their password is {@link #NEIGHBOUR_PASSWORD}; the user {@code admin} has {@link #ADMIN_PASSWORD}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = HubApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.broker.acceptor=127.0.0.1:0",
            "hub.broker.users.cms.password=" + HubTest.NEIGHBOUR_PASSWORD,
            "hub.broker.users.oms.password=" + HubTest.NEIGHBOUR_PASSWORD,
            "hub.broker.users.css.password=" + HubTest.NEIGHBOUR_PASSWORD,
            "hub.admin.password=" + HubTest.ADMIN_PASSWORD,
            "hub.operator.password=" + HubTest.OPERATOR_PASSWORD
        })
@AutoConfigureObservability(tracing = false)
@ContextConfiguration(initializers = FolderOfItsOwn.class)
public @interface HubTest {
    /** Of each neighbour at the broker. */
    String NEIGHBOUR_PASSWORD = "for-tests-only";
    /** Of the user {@code admin}. */
    String ADMIN_PASSWORD = "admin-for-tests-only";
    /** Of the user {@code operator}. */
    String OPERATOR_PASSWORD = "operator-for-tests-only";
}
