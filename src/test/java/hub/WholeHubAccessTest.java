package hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** The administrator's pages of the whole hub: there with the login, and with it only. */
@HubTest
class WholeHubAccessTest {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/hawtio/index.html",
                "/actuator/jolokia/version",
                "/api/operations/dead-letters",
                "/api/dispatcher/review",
                "/api/preferences/bundles",
                "/api/preferences/export"
            })
    void theAdministratorsPagesWantTheLogin(String path) {
        var stranger = http.getForEntity(path, String.class);
        var guess = http.withBasicAuth("admin", "admin").getForEntity(path, String.class);
        var admin = http.withBasicAuth("admin", HubTest.ADMIN_PASSWORD).getForEntity(path, String.class);

        assertThat(stranger.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(guess.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(admin.getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/live", "/actuator/health/ready"})
    void anyoneMaySeeThatItLivesAndNothingMore(String path) {
        var stranger = http.getForEntity(path, String.class);

        assertThat(stranger.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(stranger.getBody()).isEqualTo("{\"status\":\"UP\"}");
    }
}
