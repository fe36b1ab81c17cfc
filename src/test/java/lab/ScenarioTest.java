package lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine itself: what a file says, and what fits what. */
class ScenarioTest {

    private static final String XML =
            """
            <a:R xmlns:a="urn:a"><Header><Verb>change</Verb></Header><job><mRID>J-1</mRID></job><job><mRID>J-2</mRID>
            <status report="R-2">EN_ROUTE</status></job></a:R>
            """;

    @Test
    void namesAndTimesAreOfOneRun() throws JsonProcessingException {
        var step = json("{\"a\":{\"outage\":\"{A}\",\"at\":\"{now+30m}\",\"list\":[\"{B-1}\",\"{now}\",7]}}");

        var filled = new Scenario("claim", List.of(step)).forRun("x1", Instant.parse("2026-11-24T12:00:00.7Z"));

        assertThat(filled.steps())
                .containsExactly(json("{\"a\":{\"outage\":\"A-x1\",\"at\":\"2026-11-24T12:30:00Z\","
                        + "\"list\":[\"B-1-x1\",\"2026-11-24T12:00:00Z\",7]}}"));
    }

    @Test
    void aMessageFitsWhenAllThatIsSaidOfItHolds() throws JsonProcessingException {
        assertThat(problem("{\"Header.Verb\":\"change\",\"job[1].mRID\":\"J-2\",\"job[0].status\":\"absent\"}"))
                .isNull();
        assertThat(
                        problem(
                                "{\"job[*].mRID\":[\"J-1\",\"J-2\"],\"Header\":\"present\",\"job[1].status.text\":\"EN_ROUTE\"}"))
                .isNull();
    }

    @Test
    void aMessageThatIsOtherwiseDoesNotFit() throws JsonProcessingException {
        assertThat(problem("{\"Header.Verb\":\"get\"}")).contains("Header.Verb").contains("change");
        assertThat(problem("{\"job[*].mRID\":[\"J-1\"]}")).contains("J-2");
        assertThat(problem("{\"Header.Noun\":\"Outages\"}")).contains("absent");
        assertThat(problem("{\"Header.Verb\":\"absent\"}")).isNotNull();
        assertThat(problem("{\"Header\":\"change\"}")).isNotNull();
    }

    private static String problem(String wanted) throws JsonProcessingException {
        return Match.problem(json(wanted), Tree.of(XML));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Journal.JSON.readTree(text);
    }
}
