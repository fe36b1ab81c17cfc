package routes.backoffice;

import java.util.Map;
import org.springframework.stereotype.Component;

/** For neighbours whose message says all that they need. */
@Component("nothing-more")
class NothingMore implements Enrichment {

    @Override
    public Map<String, Object> of(Delivery delivery) {
        return Map.of();
    }
}
