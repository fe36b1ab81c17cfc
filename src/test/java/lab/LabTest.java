package lab;

import hub.FolderOfItsOwn;
import hub.HubTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole lab, hub and neighbours, as {@link LabApplication} starts it but on free ports; one for all tests that bear this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LabApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.broker.acceptor=127.0.0.1:0",
            // The clock is fast only while a scenario waits: what was armed before must notice soon.
            "hub.clock.max-delay=500ms",
            "hub.admin.password=" + HubTest.ADMIN_PASSWORD
        })
@ActiveProfiles("lab")
@ContextConfiguration(initializers = {FolderOfItsOwn.class, WithSampleCustomers.class})
@interface LabTest {}
