package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mapping.Canonical;
import notices.Grounds;
import notices.Notice;
import notices.Unplanned;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import outage.Release;
import preferences.Account;
import store.Accounts;
import store.NoticeLog;
import store.Oans;
import store.Page;

/** The log of notices: what customers were told, what waits, what did not go, and by which rule. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private static final String PATH = "/api/notices";
    /** So many deliveries of one outage an account may have; an explanation has no pages. */
    private static final Page ALL = new Page(0, 1000);

    private final NoticeLog log;
    private final Accounts accounts;
    private final Oans oans;

    NoticeController(NoticeLog log, Accounts accounts, Oans oans) {
        this.log = log;
        this.accounts = accounts;
        this.oans = oans;
    }

    /** The deliveries of an outage, to an account, or both, in the order in which they were planned, each with its log. */
    @GetMapping
    JsonNode list(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "outage", "account");
        var outage = given.text("outage");
        var account = given.text("account");
        if (outage == null && account == null) {
            throw ApiProblem.badParameter("outage", "Say which outage, which account, or both: " + PATH + "?outage=…");
        }
        var page = given.page();
        var shown = log.page(outage, account, page).stream()
                .map(delivery -> NoticeShown.Delivery.of(delivery, null))
                .toList();
        return Paged.of(shown, page, log.count(outage, account), PATH, parameters);
    }

    /** For each notice of the outage why it went to this account, waits, or did not go, naming the rule. */
    @GetMapping("/explain")
    JsonNode explain(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "outage", "account");
        var outage = needed("outage", given);
        var id = needed("account", given);
        var newest = oans.find(outage)
                .orElseThrow(() -> ApiProblem.notFound(
                        "NO_SUCH_OAN", "Nothing was released about outage " + outage + ", so nobody is told of it."));
        var account = accounts.of(outage, List.of(id)).get(id);
        var deliveries = log.page(outage, id, ALL);
        var all = log.notices(outage).stream()
                .map(notice -> explained(notice, newest, account, deliveries))
                .toList();
        return Canonical.tree(all);
    }

    private static NoticeShown.Explained explained(
            Notice notice, Release newest, Account account, List<NoticeLog.Delivery> deliveries) {
        var own = deliveries.stream()
                .filter(delivery -> delivery.planned().notice().id().equals(notice.id()))
                .map(delivery -> NoticeShown.Delivery.of(delivery, Grounds.of(delivery.planned(), account)))
                .toList();
        return NoticeShown.Explained.of(notice, own, own.isEmpty() ? Unplanned.why(notice, newest, account) : null);
    }

    private static String needed(String name, Parameters given) {
        var value = given.text(name);
        if (value == null) {
            throw ApiProblem.badParameter(name, "Say which: " + PATH + "/explain?account=…&outage=…");
        }
        return value;
    }
}
