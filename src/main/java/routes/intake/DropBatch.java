package routes.intake;

import java.util.List;
import mapping.Fault;
import outage.FieldReport;

/**
 * Some reports of a file.
 *
 * @param file that they stand in
 * @param reports those that are taken
 * @param refusals those that are not
 */
record DropBatch(DropFile file, List<FieldReport> reports, List<Refusal> refusals) {

    /**
     * A report that is refused.
     *
     * @param number in its file, from 1
     * @param line on which it begins, from 1
     * @param report its id; null when it has none that could be read
     * @param came as it stood in the file
     * @param faults at least one
     */
    record Refusal(long number, long line, String report, String came, List<Fault> faults) {

        /** For its sender, a line for each fault. */
        String lines() {
            var text = new StringBuilder();
            for (var fault : faults) {
                text.append("line ").append(line);
                text.append(report == null ? "" : " (" + report + ")");
                text.append(": ").append(fault.line()).append('\n');
            }
            return text.toString();
        }
    }

    int size() {
        return reports.size() + refusals.size();
    }
}
