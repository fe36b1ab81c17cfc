package routes.backoffice;

import java.util.Map;
import mapping.Canonical;
import org.springframework.stereotype.Component;
import store.AffectedAccounts;

/** {@code accounts}: the accounts that a release's outage touches. */
@Component("affected-accounts")
class Accounts implements Enrichment {

    private final AffectedAccounts accounts;

    Accounts(AffectedAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, Object> of(Delivery delivery) {
        var parcel = delivery.parcel();
        var facts = Canonical.tree(parcel.came()).path("state").path("facts");
        var transformer = facts.path("transformer").asText(null);
        var feeder = facts.path("feeder").asText(null);
        return Map.of("accounts", accounts.of(parcel.outage(), transformer, feeder));
    }
}
