package web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mapping.MappingFiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The contracts that neighbours keep, as the hub checks them. */
@RestController
class SchemaController {

    private static final String PATH = "/api/schemas";
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "field-report.schema.json", "cms/field-report.schema.json",
            "field-reports.xsd", "cms/FieldReports.xsd",
            "oms-message.xsd", "oms/Message.xsd",
            "oms-outage.xsd", "oms/Outage.xsd",
            "crm.schema.json", "crm/crm.schema.json",
            "receiver.schema.json", "preferences/receiver.schema.json",
            "consent.schema.json", "preferences/consent.schema.json",
            "taking.schema.json", "preferences/taking.schema.json"));

    private final MappingFiles files;

    SchemaController(MappingFiles files) {
        this.files = files;
    }

    /** A contract and where it is. */
    record Listed(String name, String address) {}

    @GetMapping(PATH)
    Map<String, List<Listed>> all() {
        return Map.of(
                "schemas",
                FILES.keySet().stream()
                        .map(name -> new Listed(name, PATH + "/" + name))
                        .toList());
    }

    @GetMapping(PATH + "/{name}")
    ResponseEntity<String> one(@PathVariable String name) {
        var file = FILES.get(name);
        if (file == null) {
            throw ApiProblem.notFound("NO_SUCH_SCHEMA", "There is no schema " + name + "; see " + PATH + ".");
        }
        var type = name.endsWith(".xsd") ? MediaType.APPLICATION_XML : MediaType.valueOf("application/schema+json");
        return ResponseEntity.ok().contentType(type).body(files.text(file));
    }
}
