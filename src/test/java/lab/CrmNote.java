package lab;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * What the played CRM reads of a note: which outage, and which of its states.
 *
 * @param outage the outage's id
 * @param release the number of the state, upward in each outage
 */
record CrmNote(String outage, long release) {

    static CrmNote of(String body) {
        try {
            var tree = Journal.JSON.readTree(body);
            return new CrmNote(
                    tree.path("outage").asText(), tree.path("release").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("CRM was sent what is no JSON", e);
        }
    }
}
