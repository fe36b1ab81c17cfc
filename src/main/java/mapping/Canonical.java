package mapping;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import outage.OutageMessage;
import outage.WmsMessage;

/**
 * The canonical records as JSON: the form in our own queues and tables. Times are ISO 8601 in UTC; what is null is left
 * out; an {@link OutageMessage} says in {@code record} which it is.
 */
public final class Canonical {

    private static final ObjectMapper MAPPER = mapper();

    private Canonical() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "record")
    private interface Typed {}

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                // Only a record's components; what is derived from them is not data.
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .addMixIn(OutageMessage.class, Typed.class)
                .addMixIn(WmsMessage.class, Typed.class)
                .build();
        for (var sealed : List.of(OutageMessage.class, WmsMessage.class)) {
            for (var type : sealed.getPermittedSubclasses()) {
                mapper.registerSubtypes(new NamedType(type, type.getSimpleName()));
            }
        }
        return mapper;
    }

    /** The record as JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as canonical JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The record as a tree, which is what a mapping sees. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A tree from JSON text. */
    public static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    /** The record from JSON. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    /** The record from JSON, for generic types. */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getType().getTypeName(), e);
        }
    }

    /** The record from a tree. */
    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    private static IllegalArgumentException unreadable(String type, JsonProcessingException e) {
        // The original message alone: its location would quote the message, which may name a customer.
        return new IllegalArgumentException("is no canonical " + type + ": " + e.getOriginalMessage(), e);
    }
}
