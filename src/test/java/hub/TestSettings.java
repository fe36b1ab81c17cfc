package hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The packed settings with some of their own, for tests without Spring's context. */
public final class TestSettings {

    private TestSettings() {}

    /** @param own over the packed ones, by property name */
    public static HubProperties with(Map<String, Object> own) {
        return Binder.get(environment(own)).bind("hub", HubProperties.class).get();
    }

    /** The same as properties. */
    public static StandardEnvironment environment(Map<String, Object> own) {
        var environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("packed", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("own", own));
        return environment;
    }
}
