package web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may come in by which door: HTTP Basic, one user a door, no sessions. What is not named here is the administrator's:
 * actuator, Hawtio.
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The lowest strength, for it only compares: with a higher one it would make the cheap hashes costly at the first login. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService users(HttpUsers users) {
        var manager = new InMemoryUserDetailsManager();
        users.hashes()
                .forEach((name, hash) -> manager.createUser(
                        User.withUsername(name).password(hash).roles(role(name)).build()));
        return manager;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, HttpUsers users) throws Exception {
        return http.authorizeHttpRequests(requests -> rules(requests, users))
                .httpBasic(withDefaults())
                // No session and no cookie to ride on; what a browser adds by itself is refused below.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            HttpUsers users) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Access::writesFromAnotherSite)
                .denyAll()
                .requestMatchers("/actuator/health/live", "/actuator/health/ready", "/api/schemas", "/api/schemas/**")
                .permitAll()
                // Signed by Twilio: web.TwilioController looks.
                .requestMatchers("/api/twilio/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAnyRole(role(HttpUsers.ADMIN), role(HttpUsers.METRICS))
                .requestMatchers("/actuator/jolokia/**", "/actuator/hawtio/jolokia/**")
                .access(jmx())
                .requestMatchers("/api/cms/**")
                .access(door(users, HttpUsers.CMS))
                .requestMatchers("/api/dispatcher/reports", "/api/dispatcher/reports/**")
                .access(door(users, HttpUsers.DISPATCHER))
                .requestMatchers("/api/dispatcher/**")
                .hasAnyRole(role(HttpUsers.ADMIN), role(HttpUsers.DISPATCHER))
                .requestMatchers("/api/oans", "/api/oans/**")
                .access(door(users, HttpUsers.READERS))
                .requestMatchers("/api/preferences/import", "/api/preferences/export")
                .hasRole(role(HttpUsers.ADMIN))
                .requestMatchers("/api/preferences/**")
                .hasAnyRole(role(HttpUsers.ADMIN), role(HttpUsers.CSR))
                // Who tries a mapping runs a program of his own in the hub.
                .requestMatchers("/api/operations/mappings/*/try")
                .hasRole(role(HttpUsers.ADMIN))
                .requestMatchers(HttpMethod.POST, PurgeController.PATH)
                .hasRole(role(HttpUsers.ADMIN))
                // Who takes a version back, or a neighbour out, decides what goes where.
                .requestMatchers(HttpMethod.POST, "/api/operations/deployments/**")
                .hasRole(role(HttpUsers.ADMIN))
                .requestMatchers(HttpMethod.DELETE, "/api/operations/deployments/**")
                .hasRole(role(HttpUsers.ADMIN))
                .requestMatchers("/api/operations", "/api/operations/**")
                .hasAnyRole(role(HttpUsers.ADMIN), role(HttpUsers.OPERATOR))
                .requestMatchers("/api/notices", "/api/notices/**")
                .hasAnyRole(role(HttpUsers.ADMIN), role(HttpUsers.CSR))
                .anyRequest()
                .hasRole(role(HttpUsers.ADMIN));
    }

    /** A page of another site makes the browser write: a browser would add the password that it remembers. */
    private static boolean writesFromAnotherSite(HttpServletRequest request) {
        return isFromAnotherSite(request) && !READING.contains(request.getMethod());
    }

    private static boolean isFromAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !Set.of("same-origin", "none").contains(site);
    }

    /** The administrator, from a page of the hub's own: at JMX a GET too can call an operation, and Jolokia shows to any page. */
    private static AuthorizationManager<RequestAuthorizationContext> jmx() {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasRole(role(HttpUsers.ADMIN)),
                (who, request) -> new AuthorizationDecision(!isFromAnotherSite(request.getRequest())));
    }

    /** The door's own user or the administrator; anyone while the door has no password. */
    private static AuthorizationManager<RequestAuthorizationContext> door(HttpUsers users, String user) {
        return users.has(user)
                ? AuthorityAuthorizationManager.hasAnyRole(role(user), role(HttpUsers.ADMIN))
                : (who, request) -> new AuthorizationDecision(true);
    }

    private static String role(String user) {
        return user.toUpperCase(Locale.ROOT);
    }
}
