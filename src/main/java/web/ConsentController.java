package web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import mapping.PreferencesContract;
import mapping.PreferencesContract.Consent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import outage.HubClock;
import preferences.Account;
import preferences.OptIn;
import preferences.Receiver;
import store.Addresses;
import store.Receivers;

/** Opt-in with its proof, and opt-out (BR 5). Neither wants an If-Match: nobody must be told to come again with a STOP. */
@RestController
@RequestMapping(
        path = AccountEdits.PATH + "/{account}/receivers/{receiver}",
        consumes = MediaType.APPLICATION_JSON_VALUE)
class ConsentController {

    private final AccountEdits accounts;
    private final Receivers receivers;
    private final Addresses addresses;
    private final PreferencesContract contract;
    private final HubClock clock;

    ConsentController(
            AccountEdits accounts,
            Receivers receivers,
            Addresses addresses,
            PreferencesContract contract,
            HubClock clock) {
        this.accounts = accounts;
        this.receivers = receivers;
        this.addresses = addresses;
        this.contract = contract;
        this.clock = clock;
    }

    /** From now on this receiver may be told there, whatever was said of the address before. */
    @PostMapping("/opt-in")
    ResponseEntity<JsonNode> optIn(
            @PathVariable String account, @PathVariable String receiver, HttpServletRequest request)
            throws IOException {
        var word = contract.consent(AccountEdits.body(request));
        var proof = new OptIn(clock.instant(), word.how());
        return AccountEdits.shown(accounts.change(
                account,
                before -> receivers.put(account, having(before, receiver, word).optedIn(word.channel(), proof))));
    }

    /** Nothing more goes to the address, whichever receivers have it. */
    @PostMapping("/opt-out")
    ResponseEntity<JsonNode> optOut(
            @PathVariable String account, @PathVariable String receiver, HttpServletRequest request)
            throws IOException {
        var word = contract.consent(AccountEdits.body(request));
        having(accounts.find(account), receiver, word);
        addresses.stop(word.channel(), word.address(), clock.instant(), word.how());
        return AccountEdits.shown(accounts.find(account));
    }

    /** The receiver, when it has the address: a consent for another would prove nothing. */
    private static Receiver having(Account account, String receiver, Consent word) {
        var found = AccountEdits.receiver(account, receiver);
        if (found.contact(word.channel(), word.address()).isEmpty()) {
            throw ApiProblem.notFound(
                    "NO_SUCH_CONTACT", "Receiver " + receiver + " has no such address on " + word.channel() + ".");
        }
        return found;
    }
}
