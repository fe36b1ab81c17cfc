package mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.List;

/** One report in JSON, or an array of them. */
final class JsonFile extends ReportFile {

    private final JsonParser parser;
    /** The array that the reports stand in; null for one report alone. */
    private JsonStreamContext array;

    JsonFile(RecordReader text) {
        super(text);
        this.parser = JsonContract.parser(text);
    }

    @Override
    FiledReport read(long number) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return null;
            }
            if (number == 1 && parser.currentToken() == JsonToken.START_ARRAY) {
                array = parser.getParsingContext();
                parser.nextToken();
            } else if (array == null && number > 1) {
                throw new Refused(Fault.of(FaultCode.NOT_JSON, "", "something stands after its end"));
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? end() : report(number);
        } catch (JsonProcessingException e) {
            rethrowReading(e);
            throw new Refused(JsonContract.fault(e));
        }
    }

    private FiledReport end() throws IOException {
        array = null;
        if (parser.nextToken() != null) {
            throw new Refused(Fault.of(FaultCode.NOT_JSON, "", "something stands after its end"));
        }
        return null;
    }

    private FiledReport report(long number) throws IOException {
        var line = line();
        var depth = parser.getParsingContext().getParent();
        try {
            var tree = JsonContract.next(parser);
            var written = tree.toString();
            return written.indexOf(RecordReader.NO_CHARACTER) < 0
                    ? FiledReport.read(number, line, tree, written)
                    : FiledReport.refused(number, line, written, List.of(Fault.of(FaultCode.NOT_UTF8, "")));
        } catch (MismatchedInputException e) {
            // Its own fault, a field that is there twice: the next report can be read all the same.
            while (parser.getParsingContext() != depth) {
                parser.nextToken();
            }
            return FiledReport.refused(
                    number, line, "", List.of(Fault.of(FaultCode.DUPLICATE_KEY, "", e.getOriginalMessage())));
        }
    }

    @Override
    long line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
