package mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

/** A JSON Schema (2020-12), and how JSON from outside is read before it meets that schema. */
public final class JsonContract {

    /** Deeper than any contract of ours; refused while reading, before a tree is built. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 40;
    private static final JsonMapper MAPPER = JsonMapper.builder(limited())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Finds a key that is there twice only after its value, so that the reading can go on behind it. */
    private static final JsonMapper PIECES = JsonMapper.builder(limited())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final JsonSchema schema;

    /**
     * @param schema the schema's text
     * @throws ContractUnreadable when it is none
     */
    public JsonContract(String schema) {
        var config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        try {
            this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema, config);
            this.schema.initializeValidators();
        } catch (JsonSchemaException e) {
            throw ContractUnreadable.of(e);
        }
    }

    private static JsonFactory limited() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        return JsonFactory.builder().streamReadConstraints(limits).build();
    }

    /**
     * The text as a tree.
     *
     * @throws Refused when it is none, too deep, or has a key twice
     */
    public static JsonNode parse(String text) {
        if (text.isBlank()) {
            throw new Refused(Fault.of(FaultCode.EMPTY, ""));
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused(fault(e));
        }
    }

    /** Reads JSON from outside piece by piece, under the same limits. */
    static JsonParser parser(Reader text) {
        try {
            return PIECES.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The value at which the parser stands.
     *
     * @throws MismatchedInputException when a key is there twice; the parser stands in the middle of the value
     */
    static JsonNode next(JsonParser parser) throws IOException {
        return PIECES.readTree(parser);
    }

    /** What keeps a text from being read. */
    static Fault fault(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            var code = e.getOriginalMessage().contains("nesting") ? FaultCode.TOO_DEEP : FaultCode.OUT_OF_RANGE;
            return Fault.of(code, place(e));
        }
        var twice = e.getOriginalMessage().startsWith("Duplicate field");
        return Fault.of(
                twice ? FaultCode.DUPLICATE_KEY : FaultCode.NOT_JSON, place(e), firstLine(e.getOriginalMessage()));
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /**
     * All faults of a tree, in the order of the schema.
     *
     * @param pointer of the tree in the message it came in; empty for the whole
     */
    public List<Fault> faults(JsonNode tree, String pointer) {
        return schema.validate(tree).stream()
                .map(message -> fault(message, pointer))
                .distinct()
                .toList();
    }

    private static Fault fault(ValidationMessage message, String pointer) {
        var at = pointer + message.getInstanceLocation();
        var way = message.getEvaluationPath().toString();
        if (way.contains("/anyOf/")) {
            return Fault.of(FaultCode.SAYS_NOTHING, at);
        }
        if (way.contains("/$ref/") && message.getSchemaLocation().toString().contains("/$defs/time/")) {
            return Fault.of(FaultCode.BAD_TIME, at, String.valueOf(message.getInstanceNode()));
        }
        return switch (message.getType()) {
            case "required" -> Fault.of(FaultCode.MISSING, at + "/" + message.getProperty());
            case "additionalProperties", "unevaluatedProperties" ->
                Fault.of(FaultCode.UNKNOWN_FIELD, at + "/" + escaped(message.getProperty()));
            case "type" -> valued(FaultCode.WRONG_TYPE, at, message);
            case "enum", "const" -> valued(FaultCode.NOT_ALLOWED, at, message);
            case "pattern", "format" -> valued(FaultCode.BAD_FORM, at, message);
            case "minimum", "maximum", "exclusiveMinimum", "minLength", "maxLength", "minItems", "maxItems" ->
                valued(FaultCode.OUT_OF_RANGE, at, message);
            default -> new Fault(FaultCode.AGAINST_CONTRACT, at, message.getMessage());
        };
    }

    private static Fault valued(FaultCode code, String at, ValidationMessage message) {
        return Fault.of(code, at, String.valueOf(message.getInstanceNode()));
    }

    private static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
