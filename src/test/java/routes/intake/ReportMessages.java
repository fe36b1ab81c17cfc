package routes.intake;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What CMS sends as XML, written by hand. */
public final class ReportMessages {

    /** A billion laughs, in small. */
    public static final String LAUGHS =
            """
            <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <RequestMessage>&d;</RequestMessage>
            """;

    /** A file of the hub's machine that a sender would like to read. */
    public static final String EXTERNAL =
            """
            <!DOCTYPE RequestMessage [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <RequestMessage>&secret;</RequestMessage>
            """;

    private ReportMessages() {}

    /** A crew on site a minute ago, a report for each id. */
    public static String of(String... ids) {
        return """
                <RequestMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>create</Verb><Noun>FieldReports</Noun><Source>CMS</Source></Header>
                  <Payload><FieldReports xmlns="urn:outage-hub:cms:field-report:1">%s</FieldReports></Payload>
                </RequestMessage>
                """
                .formatted(Stream.of(ids).map(ReportMessages::report).collect(Collectors.joining()));
    }

    private static String report(String id) {
        return """
                <FieldReport><mRID>%s</mRID><createdDateTime>%s</createdDateTime><Outage><mRID>OUT-%s</mRID></Outage>
                  <TroubleOrder><mRID>TO-1</mRID></TroubleOrder><Crew><name>CREW-5</name></Crew>
                  <FieldDispatchHistory><FieldDispatchStep><dispatchStatus>ON_SITE</dispatchStatus></FieldDispatchStep>
                  </FieldDispatchHistory></FieldReport>
                """
                .formatted(id, Instant.now().minusSeconds(60), id);
    }
}
