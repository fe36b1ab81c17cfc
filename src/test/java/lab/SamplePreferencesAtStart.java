package lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import store.PreferencesImport;

/** The lab's customers have chosen, once the hub has loaded who they are; in a lab without customers nobody has. */
@Component
class SamplePreferencesAtStart {

    private final PreferencesImport preferences;
    private final Path extracts;

    SamplePreferencesAtStart(PreferencesImport preferences, @Value("${hub.reference-data}") Path extracts) {
        this.preferences = preferences;
        this.extracts = extracts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void choose() {
        var file = extracts.resolve("preferences.csv");
        if (!Files.exists(file)) {
            return;
        }
        try (var in = Files.newInputStream(file)) {
            preferences.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample preferences cannot be read", e);
        }
    }
}
