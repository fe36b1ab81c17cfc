package mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.xml.sax.SAXParseException;

/** A schema is none. */
public class ContractUnreadable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    private ContractUnreadable(String why, int line, int column, Throwable cause) {
        super(why, cause);
        this.line = line;
        this.column = column;
    }

    static ContractUnreadable of(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException xml) {
                return new ContractUnreadable(xml.getMessage(), xml.getLineNumber(), xml.getColumnNumber(), thrown);
            }
            if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
                var at = json.getLocation();
                return new ContractUnreadable(json.getOriginalMessage(), at.getLineNr(), at.getColumnNr(), thrown);
            }
        }
        return new ContractUnreadable(thrown.getMessage(), 0, 0, thrown);
    }

    /** From 1; 0 or less when it is not known. */
    public int line() {
        return line;
    }

    /** From 1; 0 or less when it is not known. */
    public int column() {
        return column;
    }
}
