package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One report of a file, as it was read and before the contract of reports was asked.
 *
 * @param number of the report in its file, from 1
 * @param line on which it begins, from 1
 * @param tree as the report has in JSON; null when it could not be read
 * @param came as it stood in the file, for operators
 * @param faults why it could not be read; empty when it could
 */
public record FiledReport(long number, long line, JsonNode tree, String came, List<Fault> faults) {

    static FiledReport read(long number, long line, JsonNode tree, String came) {
        return new FiledReport(number, line, tree, came, List.of());
    }

    static FiledReport refused(long number, long line, String came, List<Fault> faults) {
        return new FiledReport(number, line, null, came, faults);
    }

    /** Its id; null when it has none that could be read. */
    public String id() {
        return tree == null ? null : tree.path("id").textValue();
    }
}
