package hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts need an account and a sender; a hub that is to send them and has none says so at its start, not at the first outage. */
class TwilioWiringTest {

    private static final Map<String, Object> WHOLE = Map.of(
            "hub.notices.channels", "IHD,SMS",
            "hub.twilio.account-sid", "AC0",
            "hub.twilio.auth-token", "for-tests-only",
            "hub.notices.senders.toll-free.channel", "SMS",
            "hub.notices.senders.toll-free.address", "+18005550100",
            "hub.notices.senders.toll-free.per-second", "3");

    private final TwilioWiring wiring = new TwilioWiring();

    @ParameterizedTest
    @CsvSource({
        "hub.twilio.account-sid,",
        "hub.twilio.auth-token,",
        "hub.notices.senders.toll-free.channel,VOICE",
    })
    void whatIsMissingForTextsIsNamed(String setting, String instead) {
        var settings = new HashMap<>(WHOLE);
        settings.put(setting, instead == null ? "" : instead);
        var properties = TestSettings.with(settings);

        assertThatThrownBy(() -> wiring.twilio(properties))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(setting.replace(".toll-free.channel", ""));
    }

    @Test
    void withAllOfItThereIsAClientAndWithoutTextsNothingIsWanted() {
        assertThat(wiring.twilio(TestSettings.with(WHOLE)).getAccountSid()).isEqualTo("AC0");
        assertThat(wiring.twilio(TestSettings.with(Map.of()))).isNotNull();
    }
}
