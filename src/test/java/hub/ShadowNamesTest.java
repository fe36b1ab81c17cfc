package hub;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shadow that would send something after all does not start. */
class ShadowNamesTest {

    private static final List<String> KNOWN = List.of("cms", "crm", "wms");

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "crm", "crm,wms", "cms"})
    void namesThatThereArePass(String shadow) {
        assertThatCode(() -> check(Map.of("hub.shadow", shadow))).doesNotThrowAnyException();
    }

    @Test
    void aNameThatNobodyHasStopsTheStartAndSaysWhichThereAre() {
        assertThatThrownBy(() -> check(Map.of("hub.shadow", "crm,cmr")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cmr")
                .hasMessageContaining("wms");
    }

    @Test
    void channelsToCustomersStopTheStartOfOneThatIsToSendNothing() {
        assertThatThrownBy(() -> check(Map.of("hub.shadow", "all", "hub.notices.channels", "SMS")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SMS");
        assertThatCode(() -> check(Map.of("hub.shadow", "crm", "hub.notices.channels", "SMS")))
                .doesNotThrowAnyException();
    }

    private static void check(Map<String, Object> settings) {
        new ShadowNames(TestSettings.with(settings)).check(KNOWN);
    }
}
