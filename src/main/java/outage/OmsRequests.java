package outage;

import java.util.Optional;

/** Requests that OMS was asked, so that an answer finds its outage (rules.md §3). */
public interface OmsRequests {

    /** The outage that the request was about; empty when the hub never made such a request. */
    Optional<String> outageOf(String request);
}
