package outage;

/**
 * Our own word that a request could not be brought to OMS and lies with the dead letters (rules.md §3).
 *
 * @param id made from the request's id
 * @param outage the outage
 * @param request the request that is parked
 */
public record OmsRequestParked(String id, String outage, String request) implements OutageMessage {}
