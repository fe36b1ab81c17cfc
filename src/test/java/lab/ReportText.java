package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A crew's report in each form that CMS may send, written by hand. */
final class ReportText {

    private static final List<String> COLUMNS = List.of("sender", "deviceTime", "status", "ert", "cause", "notes");

    private ReportText() {}

    /** @param form {@code json}, {@code xml} or {@code csv} */
    static String of(JsonNode report, String form) {
        return switch (form) {
            case "json" -> report.toString();
            case "xml" -> xml(report);
            case "csv" -> csv(report);
            default -> throw new IllegalArgumentException("CMS writes no " + form);
        };
    }

    private static String csv(JsonNode report) {
        var values = new ArrayList<>(List.of(
                report.path("id").asText(),
                report.path("outage").asText(),
                report.at("/job/id").asText(),
                report.at("/job/kind").asText()));
        for (var column : COLUMNS) {
            values.add("\"" + report.path(column).asText().replace("\"", "\"\"") + "\"");
        }
        return "id,outage,job,jobKind," + String.join(",", COLUMNS) + "\r\n" + String.join(",", values) + "\r\n";
    }

    private static String xml(JsonNode report) {
        var job = "WORK_ORDER".equals(report.at("/job/kind").asText()) ? "WorkOrder" : "TroubleOrder";
        return "<RequestMessage xmlns='http://iec.ch/TC57/2011/schema/message'>"
                + "<Header><Verb>create</Verb><Noun>FieldReports</Noun></Header>"
                + "<Payload><FieldReports xmlns='urn:outage-hub:cms:field-report:1'><FieldReport>"
                + element("mRID", report.path("id"))
                + element("createdDateTime", report.path("deviceTime"))
                + "<Outage>" + element("mRID", report.path("outage")) + element("cause", report.path("cause"))
                + "</Outage>"
                + in(job, element("mRID", report.at("/job/id")))
                + in("Crew", element("name", report.path("sender")))
                + in("FieldDispatchHistory", in("FieldDispatchStep", element("dispatchStatus", report.path("status"))))
                + in("EstimatedRestorationTime", element("ert", report.path("ert")))
                + element("comment", report.path("notes"))
                + "</FieldReport></FieldReports></Payload></RequestMessage>";
    }

    private static String element(String name, JsonNode value) {
        return in(name, value.asText().replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** Nothing around nothing. */
    private static String in(String name, String content) {
        return content.isEmpty() ? "" : "<" + name + ">" + content + "</" + name + ">";
    }
}
