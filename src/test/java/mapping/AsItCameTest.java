package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outage.FieldReport;

/** What a report keeps of the text that it was read from, for operators. */
class AsItCameTest {

    private static final ReportContract CONTRACT = new ReportContract(new MappingFiles(null), 10);
    private static final ReportContract.Receipt RECEIPT =
            new ReportContract.Receipt(FieldReport.Role.CREW, "http", Instant.parse("2026-11-23T08:00:00Z"));

    private static String json(String id) {
        return """
                { "id":"%s",  "outage": "O-1", "deviceTime": "2026-11-22T23:59:00-08:00",
                  "job": {"id": "TO-1", "kind": "TROUBLE_ORDER"}, "status": "ON_SITE" }
                """
                .formatted(id);
    }

    private static String xml(String... ids) {
        var reports = new StringBuilder();
        for (var id : ids) {
            reports.append(
                    """
                    <FieldReport><mRID>%s</mRID><createdDateTime>2026-11-23T07:59:00Z</createdDateTime>
                      <Outage><mRID>O-1</mRID></Outage><TroubleOrder><mRID>TO-1</mRID></TroubleOrder>
                      <FieldDispatchHistory><FieldDispatchStep><dispatchStatus>ON_SITE</dispatchStatus></FieldDispatchStep>
                      </FieldDispatchHistory></FieldReport>
                    """
                            .formatted(id));
        }
        return "<RequestMessage xmlns=\"http://iec.ch/TC57/2011/schema/message\"><Header><Verb>create</Verb>"
                + "<Noun>FieldReports</Noun></Header><Payload><FieldReports xmlns=\"urn:outage-hub:cms:field-report:1\">"
                + reports + "</FieldReports></Payload></RequestMessage>";
    }

    private static List<String> came(String text) {
        return CONTRACT.read(text, RECEIPT).stream().map(FieldReport::came).toList();
    }

    @Test
    void aMessageOfOneReportIsKeptToTheLetter() {
        assertThat(came(json("r1"))).containsExactly(json("r1"));
        assertThat(came(xml("r1"))).containsExactly(xml("r1"));
    }

    @Test
    void ofSeveralInAMessageEachKeepsItsOwnPart() {
        assertThat(came("[" + json("r1") + "," + json("r2") + "]"))
                .containsExactly(
                        "{\"id\":\"r1\",\"outage\":\"O-1\",\"deviceTime\":\"2026-11-22T23:59:00-08:00\","
                                + "\"job\":{\"id\":\"TO-1\",\"kind\":\"TROUBLE_ORDER\"},\"status\":\"ON_SITE\"}",
                        "{\"id\":\"r2\",\"outage\":\"O-1\",\"deviceTime\":\"2026-11-22T23:59:00-08:00\","
                                + "\"job\":{\"id\":\"TO-1\",\"kind\":\"TROUBLE_ORDER\"},\"status\":\"ON_SITE\"}");
        assertThat(came(xml("r1", "r2")))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("<FieldReport")
                                .contains("<mRID>r1<")
                                .doesNotContain("r2"),
                        second -> assertThat(second).contains("<mRID>r2<").endsWith("</FieldReport>"));
    }

    @Test
    void aReportOfAFileKeepsHowItStoodThere() throws IOException {
        var csv =
                "id,outage,job,jobKind,deviceTime,status,notes\nr1,O-1,TO-1,TROUBLE_ORDER,2026-11-23T07:59:00Z,ON_SITE,"
                        + "\"pole \"\"12\"\", down\"\n";

        assertThat(filed(ReportFile.Form.CSV, csv)).containsExactly(csv.strip());
        assertThat(filed(ReportFile.Form.JSON, json("r1")))
                .singleElement()
                .satisfies(came -> assertThat(came).startsWith("{\"id\":\"r1\"").contains("-08:00"));
        assertThat(filed(ReportFile.Form.XML, xml("r1", "r2")))
                .hasSize(2)
                .first()
                .satisfies(came -> assertThat(came).contains("<mRID>r1</mRID>").doesNotContain("<?xml"));
    }

    @Test
    void itsTextIsNoPartOfWhatAReportSays() {
        var one = CONTRACT.read(json("r1"), RECEIPT).get(0);
        var other = CONTRACT.read(xml("r1"), RECEIPT).get(0);

        assertThat(one.sameContent(other)).isTrue();
        assertThat(Canonical.write(one.withoutText())).doesNotContain("came");
        assertThat(Canonical.read(Canonical.write(one), FieldReport.class)).isEqualTo(one);
    }

    private static List<String> filed(ReportFile.Form form, String content) throws IOException {
        var in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        var came = new ArrayList<String>();
        try (var file = ReportFile.open(form, in, CONTRACT, 100_000)) {
            file.forEachRemaining(found -> came.add(CONTRACT.one(found, RECEIPT).came()));
        }
        return came;
    }
}
