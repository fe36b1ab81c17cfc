package web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import mapping.Fault;
import mapping.FaultCode;
import mapping.PreferenceTrees;
import mapping.Refused;
import mapping.Utf8;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import preferences.Account;
import preferences.Receiver;
import store.Accounts;

/**
 * Reads and changes accounts over HTTP. An account has one ETag, made from all that it shows; who sends one with a change
 * changes only what was seen.
 */
@Component
class AccountEdits {

    static final String PATH = "/api/preferences/accounts";
    private static final int LARGEST = 64 * 1024;

    private final Accounts accounts;

    AccountEdits(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws ApiProblem when there is none */
    Account find(String account) {
        return accounts.find(account).orElseThrow(() -> noSuch(account));
    }

    /** @throws ApiProblem when the account names none of this id */
    static Receiver receiver(Account account, String id) {
        return account.receivers().stream()
                .filter(receiver -> receiver.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound(
                        "NO_SUCH_RECEIVER", "Account " + account.id() + " names no receiver " + id + "."));
    }

    /**
     * Changes what the caller has seen.
     *
     * @throws ApiProblem 428 without If-Match, 412 when it was changed since
     */
    Account change(String account, HttpServletRequest request, Consumer<Account> change) {
        var seen = request.getHeader(HttpHeaders.IF_MATCH);
        if (seen == null) {
            throw new ApiProblem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "IF_MATCH_MISSING",
                    "Read the account and send its ETag as If-Match, so that nobody else's change is lost.");
        }
        return change(account, before -> {
            if (Arrays.stream(seen.split(",", -1)).map(String::strip).noneMatch(tag -> fits(tag, before))) {
                throw new ApiProblem(
                        HttpStatus.PRECONDITION_FAILED,
                        "CHANGED_MEANWHILE",
                        "Account " + account + " is no longer what was read; read it again.");
            }
            change.accept(before);
        });
    }

    /** Changes the account whatever the caller has seen: for words that only add. */
    Account change(String account, Consumer<Account> change) {
        return accounts.change(account, change).orElseThrow(() -> noSuch(account));
    }

    /** @throws Refused when the body is too large or no UTF-8 */
    static String body(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Refused(Fault.of(FaultCode.TOO_LARGE, "", "allowed are " + LARGEST + " bytes"));
        }
        return Utf8.text(bytes);
    }

    /** The account as it is now, with its ETag. */
    static ResponseEntity<JsonNode> shown(Account account) {
        return shown(HttpStatus.OK, new HttpHeaders(), account, PreferenceTrees.of(account));
    }

    /** Some of the account, with the ETag of all of it. */
    static ResponseEntity<JsonNode> shown(HttpStatus status, HttpHeaders headers, Account account, JsonNode some) {
        return ResponseEntity.status(status)
                .headers(headers)
                .eTag(tag(account))
                .cacheControl(CacheControl.noStore())
                .body(some);
    }

    static String tag(Account account) {
        var all = PreferenceTrees.of(account).toString();
        return "\"" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private static boolean fits(String tag, Account account) {
        return tag.equals("*") || tag.equals(tag(account));
    }

    private static ApiProblem noSuch(String account) {
        return ApiProblem.notFound(
                "NO_SUCH_ACCOUNT", "The hub knows no account " + account + "; no extract of CIS has named it.");
    }
}
