package web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import mapping.Canonical;
import mapping.PreferenceTrees;
import mapping.PreferencesContract;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import outage.HubClock;
import preferences.Bundle;
import preferences.BundleList;
import preferences.CustomerGroup;
import store.BundlesTaken;
import store.Receivers;

/** Ready-made sets of choices: which there are, which to suggest, and taking one (FR 14, 15). */
@RestController
class BundleController {

    private static final String GROUP = "group";

    private final BundleList bundles;
    private final BundlesTaken taken;
    private final AccountEdits accounts;
    private final Receivers receivers;
    private final PreferencesContract contract;
    private final HubClock clock;

    BundleController(
            BundleList bundles,
            BundlesTaken taken,
            AccountEdits accounts,
            Receivers receivers,
            PreferencesContract contract,
            HubClock clock) {
        this.bundles = bundles;
        this.taken = taken;
        this.accounts = accounts;
        this.receivers = receivers;
        this.contract = contract;
        this.clock = clock;
    }

    /** All bundles; of one {@code group}, or several, those that fit it, what it took most first. */
    @GetMapping("/api/preferences/bundles")
    JsonNode all(@RequestParam MultiValueMap<String, String> parameters) {
        var groups = new Parameters(parameters, GROUP).oneOrMore(GROUP, CustomerGroup.class);
        var list = list();
        if (groups.isEmpty()) {
            bundles.all().forEach(bundle -> list.add(shown(bundle)));
        }
        groups.forEach(group -> list.addAll(suggestions(group)));
        return list;
    }

    /** The bundles that fit the account's group, what that group took most first. */
    @GetMapping(AccountEdits.PATH + "/{account}/suggestions")
    JsonNode suggestions(@PathVariable String account) {
        var list = list();
        list.addAll(suggestions(accounts.find(account).group()));
        return list;
    }

    /** Puts a bundle's choices in the place of the receiver's. */
    @PostMapping(
            path = AccountEdits.PATH + "/{account}/receivers/{receiver}/bundle",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> take(
            @PathVariable String account, @PathVariable String receiver, HttpServletRequest request)
            throws IOException {
        var bundle = find(contract.bundle(AccountEdits.body(request)));
        return AccountEdits.shown(accounts.change(account, request, before -> {
            var is = AccountEdits.receiver(before, receiver);
            var wishes = contract.reachable(is.wishes().choosing(bundle.choices()));
            receivers.put(account, is.following(wishes, before));
            taken.put(receiver, bundle.id(), before.group(), clock.instant());
        }));
    }

    private Bundle find(String id) {
        return bundles.find(id)
                .orElseThrow(() -> ApiProblem.notFound(
                        "NO_SUCH_BUNDLE", "There is no bundle " + id + "; see /api/preferences/bundles."));
    }

    private List<ObjectNode> suggestions(CustomerGroup group) {
        return bundles.suggestedTo(group, taken.by(group)).stream()
                .map(suggestion -> shown(suggestion.bundle()).put("taken", suggestion.taken()))
                .toList();
    }

    private static ObjectNode shown(Bundle bundle) {
        ObjectNode tree = Canonical.tree(bundle).deepCopy();
        tree.set("choices", PreferenceTrees.of(bundle.choices()));
        return tree;
    }

    private static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
