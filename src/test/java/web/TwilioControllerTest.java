package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mapping.MappingFiles;
import mapping.NoticeWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.OutageState.Lifecycle;
import preferences.Channel;
import store.Addresses;
import store.Database;
import store.Telling;

/** What Twilio says counts only when Twilio has signed it. */
class TwilioControllerTest {

    private static final String HUB = "https://outages.example.com";
    private static final String TOKEN = "twilios-token";
    private static final String NUMBER = "+12135550101";

    private final Telling it = new Telling(Database.H2);
    private final JdbcTemplate db = new JdbcTemplate(it.tables.source);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new TwilioController(
                    new TwilioSignature(new RequestValidator(TOKEN), HUB),
                    it.results,
                    new Addresses(db),
                    new NoticeWords(new MappingFiles(Path.of("mappings")), "Example & Power"),
                    it.tables.clock,
                    "800-555-0199"))
            .setControllerAdvice(new ApiProblems())
            .build();

    private long delivery;

    /** C-1 was told by text. */
    @BeforeEach
    void aTextWent() {
        it.texting("C-1", NUMBER);
        it.planned(it.release(Lifecycle.CONFIRMED, null));
        it.take(Channel.SMS, 1).forEach(taken -> {
            delivery = taken.outgoing().number();
            it.results.told(taken, "SM1");
        });
    }

    @AfterEach
    void close() {
        it.close();
    }

    private ResultActions call(String path, Map<String, String> said, String signature) throws Exception {
        var call = post(path).contentType("application/x-www-form-urlencoded");
        said.forEach(call::param);
        if (signature != null) {
            call.header("X-Twilio-Signature", signature);
        }
        return mvc.perform(call);
    }

    private ResultActions signed(String path, Map<String, String> said) throws Exception {
        return call(path, said, signature(HUB + path, said, TOKEN));
    }

    private static String signature(String address, Map<String, String> said, String token) throws Exception {
        var text = new StringBuilder(address);
        new TreeMap<>(said).forEach((name, value) -> text.append(name).append(value));
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> undelivered(String code) {
        return Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", code, "To", NUMBER);
    }

    private String callback() {
        return "/api/twilio/status?delivery=" + delivery;
    }

    private List<String> addresses() {
        return db.queryForList(
                "select address || ' ' || coalesce(stopped_how, '-') || ' ' || coalesce(bad_why, '-') from addresses",
                String.class);
    }

    private List<String> states() {
        return db.queryForList(
                "select channel || ' ' || state || coalesce(' ' || code, '') from notice_deliveries order by delivery",
                String.class);
    }

    private static Map<String, String> reply(String body) {
        return Map.of("From", NUMBER, "To", "+18005550100", "Body", body, "MessageSid", "SM2");
    }

    @Test
    void whatTwilioDidNotSignIsRefusedAndChangesNothing() throws Exception {
        var said = undelivered("30005");

        call(callback(), said, null).andExpect(status().isForbidden());
        call(callback(), said, "c2lnbmVkIGJ5IG5vYm9keQ==").andExpect(status().isForbidden());
        call(callback(), said, signature(HUB + callback(), said, "another")).andExpect(status().isForbidden());
        call(callback(), said, signature(HUB + callback(), undelivered("30006"), TOKEN))
                .andExpect(status().isForbidden());
        call("/api/twilio/status?delivery=77", said, signature(HUB + callback(), said, TOKEN))
                .andExpect(status().isForbidden());
        call("/api/twilio/incoming", reply("STOP"), null).andExpect(status().isForbidden());

        assertThat(addresses()).isEmpty();
        assertThat(states()).containsExactly("SMS TOLD");
    }

    @Test
    void theSignatureMayBeOfTheAddressWithItsPort() throws Exception {
        var said = reply("STOP");

        call("/api/twilio/incoming", said, signature(HUB + ":443/api/twilio/incoming", said, TOKEN))
                .andExpect(status().isOk());

        assertThat(addresses()).containsExactly(NUMBER + " SMS -");
    }

    @ParameterizedTest
    @CsvSource({"30005,- TWILIO_30005", "30006,- TWILIO_30006", "30007,TWILIO_30007 -"})
    void aTextThatDidNotArriveHasFailedAndItsNumberIsMarked(String code, String mark) throws Exception {
        signed(callback(), undelivered(code)).andExpect(status().isNoContent());

        assertThat(addresses()).containsExactly(NUMBER + " " + mark);
        assertThat(states()).containsExactly("SMS FAILED TWILIO_" + code);
    }

    @Test
    void aTextThatCouldNotBeSentForAnotherReasonHasFailedAndItsNumberStays() throws Exception {
        signed(callback(), undelivered("30008")).andExpect(status().isNoContent());

        assertThat(addresses()).isEmpty();
        assertThat(states()).containsExactly("SMS FAILED TWILIO_30008");
    }

    @Test
    void whatTwilioSaysBeforeItsYesIsRecordedCountsOnceThatIs() throws Exception {
        it.texting("C-2", "+12135550102");
        it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(4))));
        var taken = it.take(Channel.SMS, 9).stream()
                .filter(one -> one.outgoing().account().equals("C-2"))
                .findFirst()
                .orElseThrow();
        var path = "/api/twilio/status?delivery=" + taken.outgoing().number();

        signed(path, Map.of("MessageSid", "SM7", "MessageStatus", "failed", "ErrorCode", "30008", "To", "+12135550102"))
                .andExpect(status().isNoContent());
        it.results.told(taken, "SM7");

        assertThat(db.queryForList(
                        "select state || ' ' || code from notice_deliveries where delivery = ?",
                        String.class,
                        taken.outgoing().number()))
                .containsExactly("FAILED TWILIO_30008");
    }

    @Test
    void aTextThatArrivedStaysTold() throws Exception {
        signed(callback(), Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "To", NUMBER))
                .andExpect(status().isNoContent());

        assertThat(addresses()).isEmpty();
        assertThat(states()).containsExactly("SMS TOLD");
    }

    @Test
    void whatTwilioKnowsByAnotherNameIsNotThisDelivery() throws Exception {
        signed(callback(), Map.of("MessageSid", "SM9", "MessageStatus", "failed", "ErrorCode", "30008", "To", NUMBER))
                .andExpect(status().isNoContent());

        assertThat(states()).containsExactly("SMS TOLD");
    }

    @Test
    void stopEndsTextsToTheNumberAndStartBeginsThemAgain() throws Exception {
        signed("/api/twilio/incoming", reply("Stop"))
                .andExpect(status().isOk())
                .andExpect(content().string(equalTo("<Response></Response>")));
        assertThat(addresses()).containsExactly(NUMBER + " SMS -");

        signed("/api/twilio/incoming", reply("START")).andExpect(status().isOk());
        assertThat(addresses()).containsExactly(NUMBER + " - -");
    }

    @Test
    void helpIsAnsweredWithWhoWritesAndHowToReachThem() throws Exception {
        signed("/api/twilio/incoming", reply("help"))
                .andExpect(content()
                        .string(containsString(
                                "<Message>Example &amp; Power texts you about power outages. For help call 800-555-0199."
                                        + " Reply STOP to end these texts.</Message>")));
        assertThat(addresses()).isEmpty();
    }

    @Test
    void anythingElseChangesNothingAndIsNotAnswered() throws Exception {
        signed("/api/twilio/incoming", reply("OUT"))
                .andExpect(status().isOk())
                .andExpect(content().string(equalTo("<Response></Response>")));
        assertThat(addresses()).isEmpty();
    }
}
