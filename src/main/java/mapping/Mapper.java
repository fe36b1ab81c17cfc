package mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a neighbour's message from a canonical one. Safe for many threads. */
public interface Mapper {

    /**
     * The message in the neighbour's form, checked against its contract.
     *
     * @throws MappingException when it cannot be made, or is against the contract
     */
    String map(JsonNode canonical);
}
