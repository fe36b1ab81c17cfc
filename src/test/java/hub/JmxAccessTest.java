package hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What may be done at JMX, whoever asks: src/main/resources/jolokia-access.xml. */
@HubTest
class JmxAccessTest {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.apache.camel:type=context,*|stop()",
                "org.apache.camel:type=context,*|sendBody",
                "org.apache.camel:type=context,*|addOrUpdateRoutesFromXml",
                "org.apache.camel:type=routes,name=\"crm\",*|remove()",
                "org.apache.camel:type=routes,name=\"crm\",*|updateRouteFromXml(java.lang.String)",
                "org.apache.activemq.artemis:queue=\"rejected\",*|removeAllMessages()",
                "org.apache.activemq.artemis:component=addresses,address=\"rejected\",*|purge()",
                "org.apache.activemq.artemis:broker=*|destroyQueue(java.lang.String)",
                "com.sun.management:type=HotSpotDiagnostic|dumpHeap",
                "com.sun.management:type=DiagnosticCommand|jvmtiAgentLoad",
                "java.lang:type=Memory|gc"
            })
    void whatCouldDoHarmIsForbidden(String name, String operation) {
        var answer = ask(Map.of("type", "exec", "mbean", one(name), "operation", operation));

        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.apache.camel:type=context,*|dumpRoutesAsXml()",
                "org.apache.camel:type=routes,name=\"parked\",*|suspend()",
                "org.apache.camel:type=routes,name=\"parked\",*|resume()",
                "org.apache.camel:type=tracer,*|dumpAllTracedMessagesAsXml()",
                "org.apache.activemq.artemis:queue=\"rejected\",*|pause()",
                "org.apache.activemq.artemis:queue=\"rejected\",*|resume()",
                "org.apache.activemq.artemis:queue=\"rejected\",*|countMessages()"
            })
    void whatAnOperatorDoesIsAllowed(String name, String operation) {
        var answer = ask(Map.of("type", "exec", "mbean", one(name), "operation", operation));

        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"SystemProperties", "InputArguments"})
    void theCommandLineWhichMayHoldPasswordsIsNotShown(String attribute) {
        var answer = ask(Map.of("type", "read", "mbean", "java.lang:type=Runtime", "attribute", attribute));

        assertThat(answer.path("status").asInt()).isEqualTo(403);
    }

    @Test
    void noAttributeIsChanged() {
        var answer = ask(
                Map.of("type", "write", "mbean", "java.lang:type=Memory", "attribute", "Verbose", "value", "false"));

        assertThat(answer.path("status").asInt()).isEqualTo(403);
    }

    @Test
    void aPageOfAnotherSiteIsNotToldThatItMayRead() {
        var headers = new HttpHeaders();
        headers.setOrigin("https://another.example");

        var answer =
                admin().exchange("/actuator/jolokia/version", HttpMethod.GET, new HttpEntity<>(headers), String.class);

        assertThat(answer.getHeaders().getAccessControlAllowOrigin()).isNull();
    }

    /** The one MBean of this pattern; other hubs of this JVM have others of the same kind. */
    private String one(String pattern) {
        var found = ask(Map.of("type", "search", "mbean", pattern)).path("value");
        assertThat(found).as(pattern).isNotEmpty();
        return found.get(0).asText();
    }

    private JsonNode ask(Map<String, String> question) {
        return admin().postForObject("/actuator/jolokia", question, JsonNode.class);
    }

    private TestRestTemplate admin() {
        return http.withBasicAuth("admin", HubTest.ADMIN_PASSWORD);
    }
}
