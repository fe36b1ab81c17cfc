package web;

import com.fasterxml.jackson.databind.JsonNode;
import mapping.Canonical;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import store.ReferenceData;

/** Loads the extracts of CIS and GIS again, and names the lines that were refused. */
@RestController
@RequestMapping("/api/operations/reference-data")
class ReferenceDataController {

    private final ReferenceData data;

    ReferenceDataController(ReferenceData data) {
        this.data = data;
    }

    /** What became of each file that was there. */
    @PostMapping
    JsonNode load() {
        return Canonical.tree(data.load());
    }
}
