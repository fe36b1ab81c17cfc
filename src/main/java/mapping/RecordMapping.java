package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beanio.BeanIOConfigurationException;
import org.beanio.BeanIOException;
import org.beanio.Marshaller;
import org.beanio.StreamFactory;

/**
 * A mapping in two steps: JSLT says which records there are, a BeanIO file how they are laid out. What JSLT makes is an object
 * whose fields are named after records, each with one of them or a list. The field {@code sequence} is the record's number in
 * its message and is counted here. Each record ends with a line feed.
 */
final class RecordMapping implements Mapper {

    private static final String SEQUENCE = "sequence";

    private final Jslt jslt;
    private final String layout;
    private final String stream;
    private final StreamFactory factory = StreamFactory.newInstance();

    /**
     * @param layout name of the BeanIO file, for messages
     * @param xml its text
     * @param stream the stream in it
     * @throws IllegalArgumentException when BeanIO does not understand it
     */
    RecordMapping(Jslt jslt, String layout, String xml, String stream) {
        this.jslt = jslt;
        this.layout = layout;
        this.stream = stream;
        try (var in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))) {
            factory.load(in);
        } catch (BeanIOConfigurationException e) {
            throw new IllegalArgumentException(layout + " is no BeanIO mapping: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String map(JsonNode canonical) {
        var made = jslt.apply(canonical);
        var marshaller = factory.createMarshaller(stream);
        var text = new StringBuilder();
        var sequence = 0;
        for (var kind : made.properties()) {
            for (var fields : kind.getValue().isArray() ? kind.getValue() : List.of(kind.getValue())) {
                sequence++;
                text.append(record(marshaller, kind.getKey(), fields, sequence)).append('\n');
            }
        }
        return text.toString();
    }

    private String record(Marshaller marshaller, String name, JsonNode fields, int sequence) {
        try {
            return marshaller.marshal(name, values(fields, sequence)).toString();
        } catch (BeanIOException e) {
            throw new MappingException(
                    MappingException.Code.CONTRACT_BROKEN,
                    jslt.name() + " made a " + name + " against " + layout + ": " + e.getMessage()
                            + "; mend the mapping",
                    e);
        }
    }

    private static Map<String, String> values(JsonNode fields, int sequence) {
        var values = new HashMap<String, String>();
        fields.properties()
                .forEach(field -> values.put(
                        field.getKey(), MainframeText.of(field.getValue().asText())));
        values.put(SEQUENCE, Integer.toString(sequence));
        return values;
    }
}
