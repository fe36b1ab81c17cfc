package web;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whether a call is Twilio's: it signs its address, as it was told it, and all that it posts, with the account's token
 * (twilio.com/docs/usage/webhooks/webhooks-security). Tried with the port and without it, for proxies differ.
 */
@Component
class TwilioSignature {

    private static final String HEADER = "X-Twilio-Signature";

    private final RequestValidator validator;
    private final String hub;

    /** @param hub under which address Twilio was told to call; empty: it was told nothing, so that nothing is its */
    TwilioSignature(RequestValidator validator, @Value("${hub.public-url}") String hub) {
        this.validator = validator;
        this.hub = hub;
    }

    /**
     * What Twilio posted.
     *
     * @throws ApiProblem when the call is not Twilio's
     */
    Map<String, String> posted(HttpServletRequest request) {
        var signature = request.getHeader(HEADER);
        var query = request.getQueryString();
        var posted = posted(request.getParameterMap(), query == null ? "" : "&" + query);
        var address = hub + request.getRequestURI() + (query == null ? "" : "?" + query);
        if (hub.isEmpty() || signature == null || !validator.validate(address, posted, signature)) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "NOT_SIGNED",
                    "This is not signed by Twilio, or hub.public-url and hub.twilio.auth-token are not what Twilio has.");
        }
        return posted;
    }

    /** The parameters of the body alone; those of the address are in the address. */
    private static Map<String, String> posted(Map<String, String[]> all, String query) {
        var posted = new HashMap<String, String>();
        all.forEach((name, values) -> {
            if (!query.contains("&" + name + "=")) {
                posted.put(name, values[0]);
            }
        });
        return posted;
    }
}
