package routes.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import lab.Pace;
import lab.PlayedTwilio;
import lab.Ports;
import mapping.Canonical;
import mapping.MappingFiles;
import mapping.NoticeWords;
import notices.Facts;
import notices.Outgoing;
import org.apache.camel.component.twilio.TwilioComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outage.HubClock;
import outage.OutageState.Lifecycle;
import preferences.Channel;
import preferences.NoticeType;
import routes.notices.Answer;
import routes.notices.Answers;
import store.Database;
import store.Telling;

/** A notice becomes a text at a played Twilio, and Twilio's answer one of the hub's. */
class SmsChannelTest {

    private static final String ACCOUNT = "AC00000000000000000000000000000000";
    private static final String NUMBER = "+12135550101";
    private static final String SHORT_CODE = "555123";

    private final HubClock clock = new HubClock();
    private final Telling tables = new Telling(Database.H2);
    private final int port = Ports.free();
    private final PlayedTwilio twilio = new PlayedTwilio(port, ACCOUNT, "secret", "", Pace.WALL);
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        start(Path.of("mappings"), "SMS");
        twilio.on();
    }

    private void start(Path mappings, String channels) throws Exception {
        camel = new DefaultCamelContext();
        var properties = new Properties();
        properties.setProperty("hub.notices.channels", channels);
        camel.getPropertiesComponent().setInitialProperties(properties);
        var component = new TwilioComponent();
        component.setRestClient(new TwilioRestClient.Builder(ACCOUNT, "secret")
                .httpClient(new TwilioLine(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(2)))
                .build());
        camel.addComponent("twilio", component);
        var words = new NoticeWords(new MappingFiles(mappings), "Example Power");
        camel.addRoutes(new SmsRoutes(new TextMessages(words, tables.results, clock, ""), new TwilioAnswers(clock)));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        twilio.close();
        tables.close();
    }

    private static Outgoing notice(long number, String address, String language, Instant firstTriedAt) {
        var facts = new Facts(
                null, null, "TREE_CONTACT", null, null, null, null, null, Duration.ofHours(2), "800-555-0199");
        return new Outgoing(
                "id-" + number,
                number,
                "n-1",
                NoticeType.POWER_RESTORED,
                "OUT-1",
                8,
                "C-1",
                Channel.SMS,
                "R-1",
                address,
                null,
                language,
                ZoneId.of("America/Los_Angeles"),
                firstTriedAt,
                null,
                null,
                facts);
    }

    private Answer send(Outgoing notice) throws IOException {
        return send(notice, SHORT_CODE);
    }

    private Answer send(Outgoing notice, String sender) throws IOException {
        var tree = (ObjectNode) Canonical.tree(notice);
        return ask("direct:sms-send", tree.put("sender", sender).toString());
    }

    private Answer ask(String where, String notice) throws IOException {
        try (var producer = camel.createProducerTemplate()) {
            return producer.requestBody(where, notice, Answer.class);
        }
    }

    private List<String> texts() {
        return twilio.received().of(NUMBER).stream().map(text -> text.body()).toList();
    }

    @Test
    void aNoticeIsATextBySenderToNumberInAsFewSegmentsAsTheWordsAllow() throws IOException {
        var answer = send(notice(1, NUMBER, "en", null));

        var text = twilio.received().all().get(0);
        assertThat(answer).isEqualTo(new Answer.Handed(text.headers().get("Sid")));
        assertThat(text.headers()).containsEntry("From", SHORT_CODE).containsEntry("To", NUMBER);
        assertThat(text.body())
                .startsWith("Example Power: Your power is back.")
                .contains("a tree or a branch")
                .endsWith("Reply OUT.");
        assertThat(text.headers()).containsEntry("segments", "1");
        assertThat(twilio.received().all()).hasSize(1);
    }

    @Test
    void whoseLanguageTheHubDoesNotHaveIsToldInEnglish() throws IOException {
        send(notice(1, NUMBER, "tlh", null));

        assertThat(texts()).singleElement().asString().startsWith("Example Power: Your power is back.");
    }

    @ParameterizedTest
    @CsvSource({
        "21610,Stopped",
        "21211,BadAddress",
        "21614,BadAddress",
        "21606,Refused",
    })
    void anErrorOfTwilioIsAStopABadAddressOrARefusal(int code, String becomes) throws IOException {
        twilio.error(NUMBER, code);

        var answer = send(notice(1, NUMBER, "en", null));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(becomes);
        assertThat(answer.toString()).contains("TWILIO_" + code);
        assertThat(texts()).isEmpty();
    }

    @Test
    void aSenderThatSendsTooFastIsToldToWait() throws IOException {
        var answers = new ArrayList<Answer>();
        for (var i = 1; i <= 10; i++) {
            answers.add(send(notice(i, NUMBER, "en", null), "+18005550100"));
        }

        assertThat(answers)
                .contains(new Answer.Later(Duration.ofSeconds(1), "TWILIO_20429", "Twilio is asked too often"));
        assertThat(answers.get(0)).isInstanceOf(Answer.Handed.class);
        assertThat(texts()).hasSizeLessThan(10);
    }

    @Test
    void whileTwilioIsAwayItIsUnreachable() throws IOException {
        twilio.off();

        assertThat(send(notice(1, NUMBER, "en", null))).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void aWrongTokenIsMendedAndNotANoticeRefused() throws Exception {
        camel.getComponent("twilio", TwilioComponent.class)
                .setRestClient(new TwilioRestClient.Builder(ACCOUNT, "wrong")
                        .httpClient(new TwilioLine(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(2)))
                        .build());

        assertThat(send(notice(1, NUMBER, "en", null)))
                .isInstanceOfSatisfying(Answer.Unreachable.class, away -> assertThat(away.code())
                        .isEqualTo("TWILIO_20003"));
    }

    @Test
    void whenTheLineBreaksAfterTheMessageItGoesOnceAndIsFoundByAskingTwilio() throws IOException {
        var before = clock.instant();
        twilio.breakAfter(NUMBER);

        assertThat(send(notice(1, NUMBER, "en", null))).isInstanceOf(Answer.NoAnswer.class);

        var found = ask("direct:sms-look-up", Canonical.write(notice(1, NUMBER, "en", before)));
        assertThat(texts()).hasSize(1);
        assertThat(found)
                .isEqualTo(new Answer.Handed(
                        twilio.received().all().get(0).headers().get("Sid")));
    }

    @Test
    void whatWentToAnotherNumberOrSaysSomethingElseIsNotTheOneThatIsLookedFor() throws IOException {
        var before = clock.instant();
        send(notice(1, "+12135550102", "en", null));
        send(notice(2, NUMBER, "es", null));

        assertThat(ask("direct:sms-look-up", Canonical.write(notice(3, NUMBER, "en", before))))
                .isEqualTo(new Answer.NotThere());
    }

    @Test
    void aMessageThatIsAnotherDeliverysIsNotTakenForThisOne() throws IOException {
        tables.texting("C-1", NUMBER);
        tables.planned(tables.release(Lifecycle.CONFIRMED, null));
        var before = clock.instant();
        var handed = (Answer.Handed) send(notice(1, NUMBER, "en", null));
        tables.take(Channel.SMS, 1).forEach(taken -> tables.results.told(taken, handed.providerId()));

        assertThat(ask("direct:sms-look-up", Canonical.write(notice(2, NUMBER, "en", before))))
                .isEqualTo(new Answer.NotThere());
    }

    @Test
    void aTemplateThatFailsIsARefusalAndNothingGoes(@TempDir Path broken) throws Exception {
        camel.stop();
        Files.createDirectories(broken.resolve("sms/en"));
        Files.writeString(broken.resolve("sms/en/power-restored.ftl"), "${nobodyKnows.this}");
        start(broken, "SMS");

        var thrown = catchThrowable(() -> send(notice(1, NUMBER, "en", null)));

        assertThat(Answers.of("SMS", thrown, clock.real()))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("MAPPING_FAILED"));
        assertThat(texts()).isEmpty();
    }

    @Test
    void aUtilityWithoutTextsHasNoSuchRoutes() throws Exception {
        camel.stop();
        start(Path.of("mappings"), "EMAIL,IHD");

        assertThat(camel.getRoutes()).isEmpty();
    }
}
