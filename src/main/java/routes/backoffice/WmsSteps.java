package routes.backoffice;

import java.util.Optional;
import mapping.Canonical;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import outage.JobState;
import outage.WmsMessage;
import store.WmsObjects;
import store.WmsObjects.WmsObject;

/** The steps of one message's calls at SAP. */
@Component
class WmsSteps {

    private final WmsObjects objects;

    WmsSteps(WmsObjects objects) {
        this.objects = objects;
    }

    /** The calls that the mapping made, in order; none where SAP has all of it. */
    public SapCalls begin(@Body String mapped) {
        return SapCalls.of(mapped);
    }

    /** The next request. */
    public String next(@ExchangeProperty("calls") SapCalls calls) {
        return calls.next();
    }

    /** There is no endpoint for this function. */
    public void unknown(@ExchangeProperty("calls") SapCalls calls) {
        throw new IllegalArgumentException("the mapping asks for function " + calls.getFunction()
                + ", which no route calls: add it to WmsRoutes, and to sap/functions");
    }

    /**
     * Looks at SAP's answer.
     *
     * @throws SapRefused when SAP did not do what was asked
     */
    public void answered(@ExchangeProperty("calls") SapCalls calls, @Body String answer) {
        calls.answered(answer);
    }

    /** The request that takes back what was done in this session and not committed. */
    public String rollback() {
        return SapXml.write("BAPI_TRANSACTION_ROLLBACK", root -> {});
    }

    /** What SAP refused stays refused when all is rolled back. */
    public void refused(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) SapRefused refused) {
        throw refused;
    }

    /**
     * SAP has committed: what it has is kept, whoever holds the claim.
     *
     * @return what the operator reads as SAP's answer
     */
    public String keep(@ExchangeProperty("calls") SapCalls calls, @ExchangeProperty("delivery") Delivery delivery) {
        if (calls.getCalled() == 0) {
            return "SAP had it already: nothing was called";
        }
        var message = Canonical.read(delivery.parcel().came(), WmsMessage.class);
        if (!(message instanceof JobState state)) {
            return "confirmed under " + calls.getNumber();
        }
        var known = objects.find(state.subject()).map(WmsObject::number);
        var number = known.or(() -> Optional.ofNullable(calls.getNumber()))
                .orElseThrow(() -> new IllegalStateException(
                        "SAP gave no number for " + state.subject() + "; look into the mapping"));
        objects.keep(state.subject(), new WmsObject(number, state.number(), state));
        return number;
    }
}
