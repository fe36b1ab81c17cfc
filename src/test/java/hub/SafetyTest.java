package hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SafetyTest {

    private static final Map<String, Object> ALL_SET = Map.of(
            "hub.doors.cms.password", "a",
            "hub.doors.dispatcher.password", "b",
            "hub.doors.readers.password", "c",
            "hub.broker.users.cms.password", "d",
            "hub.broker.users.oms.password", "e",
            "hub.broker.users.css.password", "f");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void onLoopbackNoPasswordIsWanted(String address) {
        assertThat(start(address, "127.0.0.1:61616", Map.of())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
    void aHubThatOthersReachByHttpNamesEachPasswordThatIsMissing(String address) {
        var refused = catchThrowable(() -> start(address, "127.0.0.1:61616", Map.of()));

        assertThat(refused)
                .asInstanceOf(throwable(UnguardedDoorException.class))
                .extracting(UnguardedDoorException::missing)
                .isEqualTo(List.of(
                        "hub.doors.cms.password", "hub.doors.dispatcher.password", "hub.doors.readers.password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:61616", "192.0.2.7:61616", "no-such-host.invalid:61616", ":61616"})
    void aBrokerThatOthersReachNamesEachPasswordThatIsMissing(String acceptor) {
        var refused = catchThrowable(() -> start("127.0.0.1", acceptor, Map.of()));

        assertThat(refused)
                .asInstanceOf(throwable(UnguardedDoorException.class))
                .extracting(UnguardedDoorException::missing)
                .isEqualTo(List.of(
                        "hub.broker.users.cms.password",
                        "hub.broker.users.oms.password",
                        "hub.broker.users.css.password"));
    }

    @Test
    void withAllPasswordsSetTheHubListensAnywhere() {
        assertThat(start("0.0.0.0", "0.0.0.0:61616", ALL_SET)).isNotNull();
    }

    @Test
    void aBlankPasswordIsNone() {
        var own = new HashMap<>(ALL_SET);
        own.put("hub.doors.cms.password", " ");

        var refused = catchThrowable(() -> start("0.0.0.0", "127.0.0.1:61616", own));

        assertThat(refused).hasMessageContaining("hub.doors.cms.password").hasMessageNotContaining("dispatcher");
    }

    @Test
    void whoIsRefusedReadsWhatToSetAndWhere() {
        var refused = catchThrowable(() -> start("0.0.0.0", "127.0.0.1:61616", Map.of()));

        var said = new UnguardedDoorAnalyzer().analyze(new IllegalStateException("wrapped", refused));

        assertThat(said.getDescription()).contains("hub.doors.cms.password", "HUB_DOORS_CMS_PASSWORD");
        assertThat(said.getAction()).contains("127.0.0.1");
    }

    private static Safety start(String address, String acceptor, Map<String, Object> own) {
        var all = new HashMap<>(own);
        all.put("hub.broker.acceptor", acceptor);
        var server = new Binder(new MapConfigurationPropertySource(Map.of("server.address", address)))
                .bindOrCreate("server", ServerProperties.class);
        return new Safety(TestSettings.with(all), server);
    }
}
