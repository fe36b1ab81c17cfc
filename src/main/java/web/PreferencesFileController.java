package web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mapping.Canonical;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import store.PreferencesExport;
import store.PreferencesImport;

/** All preferences as one CSV, however large: out, and in again (FR 23). */
@RestController
@RequestMapping("/api/preferences")
class PreferencesFileController {

    private static final String CSV = "text/csv";

    private final PreferencesImport in;
    private final PreferencesExport out;

    PreferencesFileController(PreferencesImport in, PreferencesExport out) {
        this.in = in;
        this.out = out;
    }

    /** Takes the lines that can be taken and names those that cannot; may be done again with the same file. */
    @PostMapping(path = "/import", consumes = CSV)
    JsonNode take(HttpServletRequest request) throws IOException {
        return Canonical.tree(in.read(request.getInputStream()));
    }

    /** A line for each receiver and channel. */
    @GetMapping(path = "/export", produces = CSV)
    void give(HttpServletResponse response) throws IOException {
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"preferences.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        out.write(response.getOutputStream());
    }
}
