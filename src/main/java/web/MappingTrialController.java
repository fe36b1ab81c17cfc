package web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mapping.Fault;
import mapping.FaultCode;
import mapping.JsonContract;
import mapping.Limits;
import mapping.Mapper;
import mapping.Mappers;
import mapping.MappingException;
import mapping.Refused;
import mapping.Utf8;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a mapping makes of a message, before anybody gets it: nothing is sent, nothing is kept. */
@RestController
class MappingTrialController {

    private static final String PATH = "/api/operations/mappings/{neighbour}/try";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final List<String> KNOWN = List.of("document", "files");

    private final Mappers mappers;
    private final Limits limits;

    MappingTrialController(Mappers mappers, Limits limits) {
        this.mappers = mappers;
        this.limits = limits;
    }

    /** @param message as the neighbour would get it */
    record Made(String neighbour, String message) {}

    /**
     * Maps {@code document}, a message as the neighbour's queue holds it with what enriches it, by the mapping in force or by
     * the texts in {@code files}.
     */
    @PostMapping(PATH)
    Made tryOut(@PathVariable String neighbour, HttpServletRequest request) throws IOException {
        var asked = read(request.getInputStream().readNBytes(limits.maxChars() + 1));
        var files = files(asked.path("files"), neighbour);
        var document = document(asked.path("document"));
        try {
            return new Made(neighbour, mapper(neighbour, files).map(document));
        } catch (MappingException e) {
            throw problem(e);
        }
    }

    private JsonNode read(byte[] body) {
        if (body.length > limits.maxChars()) {
            throw new Refused(Fault.of(FaultCode.TOO_LARGE, "", "allowed are " + limits.maxChars() + " bytes"));
        }
        var asked = JsonContract.parse(Utf8.text(body));
        if (!asked.isObject()) {
            throw new Refused(Fault.of(FaultCode.WRONG_TYPE, "", "an object with document and files is wanted"));
        }
        var unknown = new ArrayList<Fault>();
        asked.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                unknown.add(Fault.of(FaultCode.UNKNOWN_FIELD, "/" + name));
            }
        });
        if (!unknown.isEmpty()) {
            throw new Refused(unknown);
        }
        return asked;
    }

    private static ObjectNode document(JsonNode given) {
        if (given.isMissingNode()) {
            throw new Refused(Fault.of(FaultCode.MISSING, "/document"));
        }
        if (!(given instanceof ObjectNode document)) {
            throw new Refused(Fault.of(FaultCode.WRONG_TYPE, "/document", "an object is wanted"));
        }
        return Mappers.withDelivery(document);
    }

    private static Map<String, String> files(JsonNode given, String neighbour) {
        if (!given.isMissingNode() && !given.isObject()) {
            throw new Refused(Fault.of(FaultCode.WRONG_TYPE, "/files", "an object of texts by file name is wanted"));
        }
        var files = new LinkedHashMap<String, String>();
        for (var file : given.properties()) {
            var at = "/files/" + file.getKey();
            if (!Mappers.parts(neighbour).contains(file.getKey())) {
                throw new Refused(Fault.of(
                        FaultCode.NOT_ALLOWED,
                        at,
                        "the mapping has files of these names: " + String.join(", ", Mappers.parts(neighbour))));
            }
            if (!file.getValue().isTextual()) {
                throw new Refused(Fault.of(FaultCode.WRONG_TYPE, at, "a text is wanted"));
            }
            files.put(file.getKey(), file.getValue().textValue());
        }
        return files;
    }

    private Mapper mapper(String neighbour, Map<String, String> files) {
        if (!NAME.matcher(neighbour).matches()) {
            throw unknown(neighbour, "");
        }
        try {
            return files.isEmpty() ? mappers.of(neighbour) : mappers.trial(neighbour, files);
        } catch (IllegalArgumentException e) {
            throw unknown(neighbour, e.getMessage());
        }
    }

    private static ApiProblem unknown(String neighbour, String why) {
        return ApiProblem.notFound("NO_SUCH_MAPPING", "There is no mapping " + neighbour + ". " + why);
    }

    private static ApiProblem problem(MappingException e) {
        var problem = new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, e.code().name(), e.getMessage());
        var body = problem.getBody();
        var place = e.place();
        if (place != null) {
            body.setProperty("file", place.file());
        }
        if (place != null && place.line() > 0) {
            body.setProperty("line", place.line());
            body.setProperty("column", place.column());
        }
        if (!e.faults().isEmpty()) {
            body.setProperty("faults", e.faults().stream().map(Refusals::shown).toList());
        }
        return problem;
    }
}
