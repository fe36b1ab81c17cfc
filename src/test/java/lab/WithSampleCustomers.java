package lab;

import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a lab under test some of the lab's made-up customers, in the hub's own folder. */
public class WithSampleCustomers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SOME = 300;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var folder = Path.of(context.getEnvironment().getRequiredProperty("hub.data"), "extracts");
        SampleCustomers.write(folder, 1, SOME);
        TestPropertyValues.of("hub.reference-data=" + folder).applyTo(context);
    }
}
