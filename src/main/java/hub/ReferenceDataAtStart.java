package hub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import store.ReferenceData;

/** Loads the extracts of CIS and GIS when the hub starts, and says what became of each. */
@Component
class ReferenceDataAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceDataAtStart.class);

    private final ReferenceData data;

    ReferenceDataAtStart(ReferenceData data) {
        this.data = data;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var loaded : data.load()) {
            var level = loaded.refused() == 0 ? LOG.atInfo() : LOG.atWarn();
            level.addKeyValue("file", loaded.file())
                    .addKeyValue("taken", loaded.taken())
                    .addKeyValue("refused", loaded.refused())
                    .log(
                            loaded.refused() == 0
                                    ? "Reference data loaded"
                                    : "Reference data loaded, some lines refused: POST /api/operations/reference-data names them");
        }
    }
}
