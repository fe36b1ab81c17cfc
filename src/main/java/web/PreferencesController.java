package web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiFunction;
import mapping.PreferenceTrees;
import mapping.PreferencesContract;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import preferences.Account;
import preferences.Receiver;
import store.Receivers;

/** What customers chose, read and changed for them (FR 16–18, 20, 22, 23; NFR 3, 4). */
@RestController
@RequestMapping(AccountEdits.PATH + "/{account}")
class PreferencesController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final AccountEdits accounts;
    private final Receivers receivers;
    private final PreferencesContract contract;

    PreferencesController(AccountEdits accounts, Receivers receivers, PreferencesContract contract) {
        this.accounts = accounts;
        this.receivers = receivers;
        this.contract = contract;
    }

    /** The account with its premises, receivers, contacts and choices. */
    @GetMapping
    ResponseEntity<JsonNode> account(@PathVariable String account) {
        return AccountEdits.shown(accounts.find(account));
    }

    @GetMapping("/receivers/{receiver}")
    ResponseEntity<JsonNode> receiver(@PathVariable String account, @PathVariable String receiver) {
        return one(HttpStatus.OK, new HttpHeaders(), accounts.find(account), receiver);
    }

    /** Adds a receiver; the hub makes its id. */
    @PostMapping(path = "/receivers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> add(@PathVariable String account, HttpServletRequest request) throws IOException {
        var wishes = contract.receiver(AccountEdits.body(request));
        var id = "RCV-" + UUID.randomUUID();
        var after = accounts.change(account, before -> receivers.put(account, Receiver.of(id, before, wishes)));
        var headers = new HttpHeaders();
        headers.setLocation(URI.create(AccountEdits.PATH + "/"
                + UriUtils.encodePathSegment(account, StandardCharsets.UTF_8) + "/receivers/" + id));
        return one(HttpStatus.CREATED, headers, after, id);
    }

    /** Makes the receiver what is sent; what is not sent is no more, save the consents of addresses that stay. */
    @PutMapping(path = "/receivers/{receiver}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> replace(
            @PathVariable String account, @PathVariable String receiver, HttpServletRequest request)
            throws IOException {
        var wishes = contract.receiver(AccountEdits.body(request));
        return change(account, receiver, request, (is, before) -> is.following(wishes, before));
    }

    /** Changes what is sent, and leaves the rest (RFC 7396). */
    @PatchMapping(path = "/receivers/{receiver}", consumes = MERGE_PATCH)
    ResponseEntity<JsonNode> patch(
            @PathVariable String account, @PathVariable String receiver, HttpServletRequest request)
            throws IOException {
        var body = AccountEdits.body(request);
        return change(account, receiver, request, (is, before) -> is.following(contract.patched(is, body), before));
    }

    @DeleteMapping("/receivers/{receiver}")
    ResponseEntity<Void> remove(
            @PathVariable String account, @PathVariable String receiver, HttpServletRequest request) {
        var after = accounts.change(
                account,
                request,
                before ->
                        receivers.remove(AccountEdits.receiver(before, receiver).id()));
        return ResponseEntity.noContent().eTag(AccountEdits.tag(after)).build();
    }

    private ResponseEntity<JsonNode> change(
            String account,
            String receiver,
            HttpServletRequest request,
            BiFunction<Receiver, Account, Receiver> change) {
        var after = accounts.change(
                account,
                request,
                before -> receivers.put(account, change.apply(AccountEdits.receiver(before, receiver), before)));
        return one(HttpStatus.OK, new HttpHeaders(), after, receiver);
    }

    private static ResponseEntity<JsonNode> one(
            HttpStatus status, HttpHeaders headers, Account account, String receiver) {
        return AccountEdits.shown(
                status, headers, account, PreferenceTrees.of(AccountEdits.receiver(account, receiver)));
    }
}
