package web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Who may come in by which door, judged by the real rules before a controller that answers everything. */
class AccessTest {

    private static final MockMvc OPEN = hub(Map.of("admin", hash("a")));
    private static final MockMvc CLOSED = hub(Map.of(
            "admin",
            hash("a"),
            "operator",
            hash("o"),
            "metrics",
            hash("m"),
            "cms",
            hash("c"),
            "dispatcher",
            hash("d"),
            "readers",
            hash("r"),
            "csr",
            hash("s")));

    @ParameterizedTest
    @CsvSource({
        "POST,/api/cms/reports",
        "GET,/api/cms/reports/r1",
        "POST,/api/dispatcher/reports",
        "GET,/api/oans",
        "GET,/api/oans/o1/history",
        "GET,/api/schemas/cms",
        "POST,/api/twilio/status"
    })
    void aDoorWithoutAPasswordIsOpen(HttpMethod method, String path) throws Exception {
        OPEN.perform(request(method, path)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/operations/dead-letters",
        "POST,/api/operations/dead-letters/1/replay",
        "POST,/api/operations/mappings/crm/try",
        "GET,/api/dispatcher/review",
        "POST,/api/dispatcher/review/1/approve",
        "PUT,/api/dispatcher/storms/north",
        "GET,/api/preferences/accounts/C-1",
        "POST,/api/preferences/import",
        "GET,/api/preferences/export",
        "GET,/actuator",
        "GET,/actuator/health",
        "GET,/actuator/metrics",
        "GET,/actuator/health/neighbours",
        "GET,/actuator/prometheus",
        "GET,/actuator/hawtio",
        "GET,/actuator/jolokia",
        "GET,/anything/else"
    })
    void whatIsNoDoorAlwaysWantsALogin(HttpMethod method, String path) throws Exception {
        OPEN.perform(request(method, path)).andExpect(status().isUnauthorized());
        OPEN.perform(request(method, path).with(httpBasic("admin", "wrong"))).andExpect(status().isUnauthorized());
        OPEN.perform(request(method, path).with(httpBasic("admin", "a"))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/cms/reports,cms,c",
        "GET,/api/cms/reports/r1,cms,c",
        "POST,/api/dispatcher/reports,dispatcher,d",
        "GET,/api/dispatcher/review,dispatcher,d",
        "PUT,/api/dispatcher/storms/north,dispatcher,d",
        "GET,/api/oans/o1,readers,r",
        "PATCH,/api/preferences/accounts/C-1/receivers/R-1,csr,s",
        "GET,/api/preferences/bundles,csr,s",
        "GET,/api/operations/journeys/r1,operator,o",
        "POST,/api/operations/dead-letters/1/replay,operator,o",
        "GET,/api/notices/explain,csr,s",
        "GET,/actuator/prometheus,metrics,m"
    })
    void aDoorWithAPasswordLetsInItsOwnUserAndTheAdministrator(
            HttpMethod method, String path, String user, String password) throws Exception {
        CLOSED.perform(request(method, path)).andExpect(status().isUnauthorized());
        CLOSED.perform(request(method, path).with(httpBasic(user, "wrong"))).andExpect(status().isUnauthorized());
        CLOSED.perform(request(method, path).with(httpBasic(user, password))).andExpect(status().isOk());
        CLOSED.perform(request(method, path).with(httpBasic("admin", "a"))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/dispatcher/reports,cms,c",
        "GET,/api/oans/o1,cms,c",
        "GET,/api/dispatcher/review,cms,c",
        "POST,/api/cms/reports,readers,r",
        "POST,/api/cms/reports,dispatcher,d",
        "GET,/api/operations/dead-letters,dispatcher,d",
        "POST,/api/operations/mappings/crm/try,dispatcher,d",
        "POST,/api/operations/mappings/crm/try,operator,o",
        "GET,/actuator/hawtio,readers,r",
        "GET,/api/preferences/accounts/C-1,readers,r",
        "GET,/api/notices,readers,r",
        "GET,/api/preferences/accounts/C-1,dispatcher,d",
        "GET,/api/preferences/export,csr,s",
        "POST,/api/preferences/import,csr,s",
        "GET,/api/operations/dead-letters,csr,s",
        "POST,/api/operations/purges,operator,o",
        "GET,/actuator/hawtio,operator,o",
        "GET,/actuator/jolokia,operator,o",
        "GET,/api/preferences/accounts/C-1,operator,o",
        "GET,/api/dispatcher/review,operator,o",
        "GET,/actuator/prometheus,cms,c",
        "GET,/actuator/metrics,metrics,m",
        "GET,/actuator/health,metrics,m",
        "GET,/actuator/jolokia,metrics,m",
        "POST,/api/cms/reports,metrics,m"
    })
    void noUserComesInByAnothersDoor(HttpMethod method, String path, String user, String password) throws Exception {
        CLOSED.perform(request(method, path).with(httpBasic(user, password))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health/live", "/actuator/health/ready"})
    void whetherItLivesIsNoSecret(String path) throws Exception {
        CLOSED.perform(request(HttpMethod.GET, path)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({"cross-site,403", "same-site,403", "same-origin,200", "none,200"})
    void aPageOfAnotherSiteCannotWriteWithTheBrowsersPassword(String site, int expected) throws Exception {
        OPEN.perform(request(HttpMethod.POST, "/api/operations/dead-letters/1/replay")
                        .header("Sec-Fetch-Site", site)
                        .with(httpBasic("admin", "a")))
                .andExpect(status().is(expected));
    }

    /** At JMX a GET can call an operation, and what it reads may be shown to a page of any site. */
    @ParameterizedTest
    @CsvSource({"cross-site,403", "same-site,403", "same-origin,200", "none,200"})
    void aPageOfAnotherSiteCannotEvenReadJmx(String site, int expected) throws Exception {
        for (var path : List.of("/actuator/jolokia/version", "/actuator/hawtio/jolokia/exec/a:type=b/stop")) {
            OPEN.perform(request(HttpMethod.GET, path)
                            .header("Sec-Fetch-Site", site)
                            .with(httpBasic("admin", "a")))
                    .andExpect(status().is(expected));
        }
    }

    private static MockMvc hub(Map<String, String> hashes) {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Everything.class, Access.class);
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("httpUsers", new HttpUsers(hashes)));
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private static String hash(String password) {
        return new BCryptPasswordEncoder(4).encode(password);
    }

    /** Answers every request. No {@code @Configuration}: the lab scans this package, and must not find it. */
    @EnableWebMvc
    @EnableWebSecurity
    static class Everything {
        @Bean
        SimpleUrlHandlerMapping everyPath() {
            HttpRequestHandler yes = (request, response) -> response.setStatus(200);
            return new SimpleUrlHandlerMapping(Map.of("/**", yes), -1);
        }
    }
}
