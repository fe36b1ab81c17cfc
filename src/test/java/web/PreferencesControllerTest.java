package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import mapping.Bundles;
import mapping.MappingFiles;
import mapping.PreferencesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import preferences.BundleList;
import preferences.Channel;
import store.Customers;
import store.Database;
import store.Tables;

/** What customers chose, over HTTP: FR 14–18, 20, 22, 23, NFR 3, 4. */
class PreferencesControllerTest {

    private static final String ACCOUNT = "/api/preferences/accounts/C-1";
    private static final String ONE = ACCOUNT + "/receivers/R-1";
    private static final String PHONE = "+12135550101";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Tables tables = new Tables(Database.H2);
    private final Customers customers = new Customers(tables);
    private final MockMvc mvc;

    PreferencesControllerTest() {
        var files = new MappingFiles(null);
        var contract = new PreferencesContract(files);
        var edits = new AccountEdits(customers.accounts);
        mvc = MockMvcBuilders.standaloneSetup(
                        new PreferencesController(edits, customers.receivers, contract),
                        new ConsentController(edits, customers.receivers, customers.addresses, contract, tables.clock),
                        new BundleController(
                                new BundleList(Bundles.read(files)),
                                customers.bundlesTaken,
                                edits,
                                customers.receivers,
                                contract,
                                tables.clock),
                        new PreferencesFileController(customers.in, customers.out))
                .setControllerAdvice(new ApiProblems())
                .build();
    }

    @BeforeEach
    void someCustomers() {
        customers.account("C-1");
        customers.account("C-2");
        customers.premise("P-1", "C-1", null);
        customers.receiver("C-1", Customers.texted("R-1", PHONE, Tables.T0.minusSeconds(60)));
        customers.receiver("C-2", Customers.texted("R-2", PHONE, Tables.T0.minusSeconds(60)));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private String tag() throws Exception {
        return mvc.perform(get(ACCOUNT)).andReturn().getResponse().getHeader("ETag");
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String type, String body) throws Exception {
        return mvc.perform(request.contentType(type).content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private ResultActions change(MockHttpServletRequestBuilder request, String type, String body) throws Exception {
        return send(request.header("If-Match", tag()), type, body);
    }

    private static String consent(String address) {
        return "{\"channel\": \"SMS\", \"address\": \"" + address + "\", \"how\": \"csr, call 4711\"}";
    }

    @Test
    void anAccountIsShownWithItsPremisesReceiversContactsAndChoices() throws Exception {
        mvc.perform(get(ACCOUNT))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.group").value("RESIDENTIAL"))
                .andExpect(jsonPath("$.zone").value("America/Los_Angeles"))
                .andExpect(jsonPath("$.premises[0].id").value("P-1"))
                .andExpect(jsonPath("$.receivers[0].contacts[0].address").value(PHONE))
                .andExpect(jsonPath("$.receivers[0].contacts[0].optIn.how").value("web"))
                .andExpect(jsonPath("$.receivers[0].choices[0].quiet.from").value("22:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/preferences/accounts/C-9, NO_SUCH_ACCOUNT",
        "/api/preferences/accounts/C-9/suggestions, NO_SUCH_ACCOUNT",
        "/api/preferences/accounts/C-1/receivers/R-2, NO_SUCH_RECEIVER",
    })
    void whatIsNotThereIsNotFound(String path, String code) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void aReceiverIsAddedWithoutAnythingOptedIn() throws Exception {
        var added = send(
                        post(ACCOUNT + "/receivers"),
                        "application/json",
                        """
                        {"role": "FAMILY", "language": "es",
                         "contacts": [{"channel": "EMAIL", "address": "Two@Example.com"}],
                         "choices": [{"channel": "EMAIL", "types": ["POWER_RESTORED"]}]}
                        """)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", startsWith(ACCOUNT + "/receivers/RCV-")))
                .andExpect(jsonPath("$.contacts[0].address").value("two@example.com"))
                .andExpect(jsonPath("$.contacts[0].optIn").doesNotExist())
                .andReturn()
                .getResponse();

        assertThat(added.getHeader("ETag")).isEqualTo(tag());
        mvc.perform(get(added.getHeader("Location")))
                .andExpect(jsonPath("$.language").value("es"));
    }

    @Test
    void whoHasNotReadTheAccountMayNotChangeIt() throws Exception {
        var body = "{\"role\": \"HOLDER\"}";
        send(put(ONE), "application/json", body)
                .andExpect(status().isPreconditionRequired())
                .andExpect(jsonPath("$.code").value("IF_MATCH_MISSING"));
        send(patch(ONE), MERGE_PATCH, body).andExpect(status().isPreconditionRequired());
        mvc.perform(delete(ONE)).andExpect(status().isPreconditionRequired());
        send(post(ONE + "/bundle"), "application/json", "{\"bundle\": \"essentials\"}")
                .andExpect(status().isPreconditionRequired());
    }

    @Test
    void whoReadAnOlderAccountMayNotChangeIt() throws Exception {
        var old = tag();
        send(patch(ONE).header("If-Match", old), MERGE_PATCH, "{\"language\": \"es\"}")
                .andExpect(status().isOk());

        send(patch(ONE).header("If-Match", old), MERGE_PATCH, "{\"language\": \"en\"}")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("CHANGED_MEANWHILE"));

        mvc.perform(get(ONE)).andExpect(jsonPath("$.language").value("es"));
    }

    @Test
    void aStopChangesTheTagToo() throws Exception {
        var old = tag();
        customers.addresses.stop(Channel.SMS, PHONE, Tables.T0, "sms STOP");

        assertThat(tag()).isNotEqualTo(old);
    }

    @Test
    void aPutLeavesOnlyWhatIsSentAndTheConsentOfTheAddressThatStays() throws Exception {
        change(
                        put(ONE),
                        "application/json",
                        """
                        {"role": "HOLDER", "contacts": [{"channel": "SMS", "address": "213-555-0101"}],
                         "choices": [{"channel": "SMS", "types": [], "anyTime": true}]}
                        """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contacts[0].optIn.how").value("web"))
                .andExpect(jsonPath("$.choices[0].types").isEmpty())
                .andExpect(jsonPath("$.choices[0].anyTime").value(true))
                .andExpect(jsonPath("$.choices[0].quiet").doesNotExist());
    }

    @Test
    void aPatchChangesWhatIsSentAndLeavesTheRest() throws Exception {
        change(patch(ONE), MERGE_PATCH, "{\"choices\": null, \"zone\": \"America/Denver\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.zone").value("America/Denver"))
                .andExpect(jsonPath("$.choices").isEmpty())
                .andExpect(jsonPath("$.contacts[0].address").value(PHONE))
                .andExpect(jsonPath("$.contacts[0].optIn.how").value("web"));
    }

    @Test
    void whatTheHubShowsMayBeSentBack() throws Exception {
        var shown = mvc.perform(get(ONE)).andReturn().getResponse().getContentAsString();
        var before = tag();

        change(put(ONE), "application/json", shown).andExpect(status().isOk());

        assertThat(tag()).isEqualTo(before);
    }

    @Test
    void everyFaultIsNamedByPointerAndCodeAndNothingIsChanged() throws Exception {
        var before = tag();

        change(
                        patch(ONE),
                        MERGE_PATCH,
                        """
                        {"language": "fr", "contacts": [{"channel": "FAX", "address": "+12135550101"},
                          {"channel": "EMAIL", "address": "a@example.com\\r\\nBcc: b@example.com"}]}
                        """)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath(
                        "$.faults[*].pointer",
                        containsInAnyOrder("/language", "/contacts/0/channel", "/contacts/1/address")))
                .andExpect(jsonPath("$.faults[*].code", containsInAnyOrder("NOT_ALLOWED", "NOT_ALLOWED", "BAD_FORM")));

        assertThat(tag()).isEqualTo(before);
        assertThat(tables.count("dead_letters")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"contacts\": [{\"channel\": \"SMS\", \"address\": \"213-555-O101\"}]} | NOT_A_PHONE",
                "{\"contacts\": [{\"channel\": \"SMS\", \"address\": \"fax 213-555-0101\"}]} | NOT_A_PHONE",
                "{\"contacts\": [{\"channel\": \"FAX\", \"address\": \"213-555-0101\"}]} | NOT_ALLOWED",
                "{\"contacts\": [{\"channel\": \"EMAIL\", \"address\": \"a@example.com\\nBcc: b@example.com\"}]} | BAD_FORM",
                "{\"contacts\": [{\"channel\": \"EMAIL\", \"address\": \"a@example.com\\n\"}]} | BAD_FORM",
                "{\"contacts\": []} | CONTACT_MISSING",
                "{\"zone\": \"America/Gotham\"} | UNKNOWN_ZONE",
                "{\"choices\": [{\"channel\": \"PIGEON\", \"types\": []}]} | NOT_ALLOWED",
                "{\"choices\": [{\"channel\": \"SMS\", \"types\": [], \"quiet\": {\"from\": \"00:00\", \"until\": \"00:00\"}}]} | QUIET_ALL_DAY",
                "[1] | WRONG_TYPE",
                "{ | NOT_JSON",
            })
    void badInputIsRefusedByName(String body, String code) throws Exception {
        change(patch(ONE), MERGE_PATCH, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void aBodyThatIsTooLargeOrOfAnotherKindIsRefused() throws Exception {
        change(put(ONE), "application/json", " ".repeat(70_000)).andExpect(status().isPayloadTooLarge());
        change(put(ONE), "text/plain", "x").andExpect(status().isUnsupportedMediaType());
        send(post("/api/preferences/import"), "application/json", "{}").andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void aReceiverIsRemovedAndItsStopStays() throws Exception {
        customers.addresses.stop(Channel.SMS, PHONE, Tables.T0, "sms STOP");

        mvc.perform(delete(ONE).header("If-Match", tag())).andExpect(status().isNoContent());

        mvc.perform(get(ACCOUNT)).andExpect(jsonPath("$.receivers").isEmpty());
        mvc.perform(get("/api/preferences/accounts/C-2"))
                .andExpect(jsonPath("$.receivers[0].contacts[0].stoppedAt").exists());
    }

    @Test
    void anOptInKeepsItsProofAndAnOptOutCountsForWhoeverHasTheAddress() throws Exception {
        send(post(ONE + "/opt-in"), "application/json", consent("(213) 555-0101"))
                .andExpect(jsonPath("$.receivers[0].contacts[0].optIn.at").value("2026-11-23T18:00:00Z"))
                .andExpect(jsonPath("$.receivers[0].contacts[0].optIn.how").value("csr, call 4711"));
        tables.now = Tables.T0.plusSeconds(60);

        send(post(ONE + "/opt-out"), "application/json", consent(PHONE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.receivers[0].contacts[0].stoppedAt").value("2026-11-23T18:01:00Z"));
        mvc.perform(get("/api/preferences/accounts/C-2"))
                .andExpect(jsonPath("$.receivers[0].contacts[0].stoppedAt").value("2026-11-23T18:01:00Z"));

        tables.now = Tables.T0.plusSeconds(120);
        send(post(ONE + "/opt-in"), "application/json", consent(PHONE))
                .andExpect(jsonPath("$.receivers[0].contacts[0].stoppedAt").doesNotExist());
    }

    @Test
    void aConsentForAnotherAddressProvesNothing() throws Exception {
        send(post(ONE + "/opt-in"), "application/json", consent("213-555-0199"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_CONTACT"));
        send(post(ONE + "/opt-in"), "application/json", "{\"channel\": \"SMS\", \"address\": \"" + PHONE + "\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].pointer").value("/how"));
    }

    @Test
    void aBundleTakesThePlaceOfTheChoicesAndIsSuggestedFirstFromThenOn() throws Exception {
        mvc.perform(get(ACCOUNT + "/suggestions"))
                .andExpect(jsonPath("$[*].id", contains("essentials", "quiet-nights", "only-when-it-is-back")));

        change(post(ONE + "/bundle"), "application/json", "{\"bundle\": \"only-when-it-is-back\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.receivers[0].choices.length()").value(1))
                .andExpect(jsonPath("$.receivers[0].choices[0].types", contains("POWER_RESTORED", "STILL_OUT")))
                .andExpect(jsonPath("$.receivers[0].contacts[0].optIn.how").value("web"));

        mvc.perform(get(ACCOUNT + "/suggestions"))
                .andExpect(jsonPath("$[0].id").value("only-when-it-is-back"))
                .andExpect(jsonPath("$[0].taken").value(1))
                .andExpect(jsonPath("$[1].taken").value(0));
        mvc.perform(get("/api/preferences/bundles?group=BUSINESS"))
                .andExpect(jsonPath("$[0].id").value("essentials"));
        mvc.perform(get("/api/preferences/bundles"))
                .andExpect(jsonPath("$.length()").value(5));
    }

    @Test
    void aBundleWithAChannelThatTheReceiverLacksNamesIt() throws Exception {
        change(post(ONE + "/bundle"), "application/json", "{\"bundle\": \"every-step\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[*].code", contains("CONTACT_MISSING")))
                .andExpect(jsonPath("$.faults[0].detail").value(containsString("EMAIL")));
        change(post(ONE + "/bundle"), "application/json", "{\"bundle\": \"gold\"}")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_BUNDLE"));
        mvc.perform(get("/api/preferences/bundles?group=PIRATES")).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsExportedIsImportedAgain() throws Exception {
        var before = tag();
        var file = mvc.perform(get("/api/preferences/export"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"preferences.csv\""))
                .andExpect(content().contentTypeCompatibleWith(MediaType.valueOf("text/csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        send(post("/api/preferences/import"), "text/csv", file + "C-9,,R-9,HOLDER,,,,,,,,,,,,,\n")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").value(2))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.refusals[0].line").value(4));

        assertThat(tag()).isEqualTo(before);
    }
}
