package routes.backoffice;

import java.util.Map;
import org.apache.camel.ExchangeProperty;

/**
 * What a neighbour's mapping needs beside the message, from what the hub holds (rules.md §4). A delivery names its enrichment by
 * the template's parameter {@code enrich}; each attempt asks anew.
 */
interface Enrichment {

    /** By field name, to stand beside the message's own fields in the mapping's input. */
    Map<String, Object> of(@ExchangeProperty("delivery") Delivery delivery);
}
