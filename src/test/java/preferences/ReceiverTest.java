package preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editing may do to a receiver, and what it may not: BR 5, FR 16–18. */
class ReceiverTest {

    private static final OptIn PROOF = new OptIn(Instant.parse("2026-11-23T18:00:00Z"), "web");
    private static final Account ACCOUNT =
            new Account("C-1", CustomerGroup.RESIDENTIAL, "es", ZoneId.of("America/Denver"), List.of(), List.of());

    private static Wishes wishes(Map<Channel, String> addresses, Choice... choices) {
        return new Wishes(Receiver.Role.HOLDER, null, null, addresses, List.of(choices));
    }

    @Test
    void aReceiverWhoSaysNothingReadsTheAccountsLanguageInItsZone() {
        var receiver = Receiver.of("R-1", ACCOUNT, wishes(Map.of()));

        assertThat(receiver.language()).isEqualTo("es");
        assertThat(receiver.zone()).isEqualTo(ZoneId.of("America/Denver"));
    }

    @Test
    void anAddressThatStaysKeepsItsOptInAndANewOneHasNone() {
        var before = Receiver.of(
                        "R-1", ACCOUNT, wishes(Map.of(Channel.SMS, "+12135550101", Channel.EMAIL, "a@example.com")))
                .optedIn(Channel.SMS, PROOF)
                .optedIn(Channel.EMAIL, PROOF);

        var after =
                before.following(wishes(Map.of(Channel.SMS, "+12135550101", Channel.EMAIL, "b@example.com")), ACCOUNT);

        assertThat(after.contact(Channel.SMS, "+12135550101").orElseThrow().optIn())
                .isEqualTo(PROOF);
        assertThat(after.contact(Channel.EMAIL, "b@example.com").orElseThrow().open())
                .isFalse();
    }

    @Test
    void anAddressThatWentAndCameBackHasToBeOptedInAnew() {
        var before = Receiver.of("R-1", ACCOUNT, wishes(Map.of(Channel.SMS, "+12135550101")))
                .optedIn(Channel.SMS, PROOF);

        var after = before.following(wishes(Map.of()), ACCOUNT)
                .following(wishes(Map.of(Channel.SMS, "+12135550101")), ACCOUNT);

        assertThat(after.contacts()).extracting(Contact::optIn).containsOnlyNulls();
    }

    @Test
    void whatItWishesForIsWhatItIs() {
        var choice = new Choice(
                Channel.SMS, Set.of(NoticeType.SAFETY), new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), 3, 1);
        var receiver = Receiver.of("R-1", ACCOUNT, wishes(Map.of(Channel.SMS, "+12135550101"), choice))
                .optedIn(Channel.SMS, PROOF);

        assertThat(receiver.following(receiver.wishes(), ACCOUNT)).isEqualTo(receiver);
    }

    @ParameterizedTest
    @CsvSource({"en,en", "en-GB,en", "es-MX,es", "zh-Hans-CN,zh-Hans", "fr,en", "'',en", "not a tag,en"})
    void aCustomerInNoLanguageThatWeHaveIsToldInEnglish(String tag, String language) {
        assertThat(Languages.nearest(tag)).isEqualTo(language);
    }
}
