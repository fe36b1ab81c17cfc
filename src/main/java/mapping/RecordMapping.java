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
     * @throws MappingException when BeanIO does not understand it
     */
    RecordMapping(Jslt jslt, String layout, String xml, String stream) {
        this.jslt = jslt;
        this.layout = layout;
        this.stream = stream;
        try (var in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))) {
            factory.load(in);
        } catch (BeanIOConfigurationException e) {
            throw MappingException.broken(Place.in(layout), e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!factory.isMapped(stream)) {
            throw MappingException.broken(Place.in(layout), "it has no stream " + stream, null);
        }
    }

    @Override
    public String map(JsonNode canonical) {
        var records = jslt.apply(canonical);
        return Run.within(jslt.limits(), jslt.name(), () -> laidOut(records));
    }

    private String laidOut(JsonNode records) throws IOException {
        var marshaller = factory.createMarshaller(stream);
        var text = new LimitedWriter(jslt.limits().maxChars());
        var sequence = 0;
        for (var kind : records.properties()) {
            for (var fields : kind.getValue().isArray() ? kind.getValue() : List.of(kind.getValue())) {
                Run.check();
                sequence++;
                text.write(record(marshaller, kind.getKey(), fields, sequence));
                text.write('\n');
            }
        }
        if (sequence == 0) {
            throw new MappingException(
                    MappingException.Code.CONTRACT_BROKEN, jslt.name() + " made no record; mend the mapping", null);
        }
        return text.toString();
    }

    private String record(Marshaller marshaller, String name, JsonNode fields, int sequence) {
        try {
            return marshaller.marshal(name, values(fields, sequence)).toString();
        } catch (BeanIOException e) {
            throw new MappingException(
                    MappingException.Code.CONTRACT_BROKEN,
                    jslt.name() + " made a " + name + " (record " + sequence + ") against " + layout + ": "
                            + e.getMessage() + "; mend the mapping",
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
