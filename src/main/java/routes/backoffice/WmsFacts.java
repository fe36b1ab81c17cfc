package routes.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mapping.Canonical;
import org.springframework.stereotype.Component;
import outage.Confirmation;
import outage.Ids;
import outage.JobKind;
import outage.JobState;
import outage.WmsMessage;
import store.WmsObjects;
import store.WmsObjects.WmsObject;

/**
 * What the mapping to SAP's calls needs beside the message: our reference, SAP's numbers, and what SAP has already. Where an
 * earlier call's outcome was not recorded SAP itself is asked, by our reference, before anything is made there (architecture,
 * flow 5).
 */
@Component("wms-facts")
class WmsFacts implements Enrichment {

    private final WmsObjects objects;
    private final WmsLookUp sap;

    WmsFacts(WmsObjects objects, WmsLookUp sap) {
        this.objects = objects;
        this.sap = sap;
    }

    /**
     * {@inheritDoc}
     *
     * @throws WaitsForNumber while SAP has not given a number that the call must name
     */
    @Override
    public Map<String, Object> of(Delivery delivery) {
        var message = Canonical.read(delivery.parcel().came(), WmsMessage.class);
        return message instanceof JobState state
                ? state(delivery, state)
                : confirmation(delivery, (Confirmation) message);
    }

    private Map<String, Object> state(Delivery delivery, JobState state) {
        var known = known(delivery, state);
        var facts = new HashMap<String, Object>();
        known.ifPresent(has -> facts.put("number", has.number()));
        var before = known.map(WmsObject::state);
        before.ifPresent(had -> facts.put("before", had));
        notification(state).ifPresent(number -> facts.put("notification", number));
        var has = known.map(WmsObject::release).orElse(0L);
        facts.put(
                "upToDate",
                has >= state.number() || before.filter(state::addsNothingTo).isPresent());
        return Map.of("state", came(delivery), "reference", Ids.reference(state.subject()), "sap", facts);
    }

    /** What SAP has of the job: as it was recorded, or, where that may not be all, as SAP says. */
    private Optional<WmsObject> known(Delivery delivery, JobState state) {
        var job = state.subject();
        var recorded = objects.find(job);
        if (delivery.isShadow()
                || !objects.inDoubt(
                        delivery.parcel(), recorded.map(WmsObject::release).orElse(0L))) {
            return recorded;
        }
        var found = sap.find(state.job().kind(), Ids.reference(job))
                .map(at -> new WmsObject(
                        at.number(),
                        at.release(),
                        objects.sent(job, at.release())
                                .or(() -> recorded.map(WmsObject::state))
                                .orElse(null)));
        found.ifPresent(has -> objects.keep(job, has));
        return found.or(() -> recorded);
    }

    /** The number of the notification that a work order came from (FR 37); empty when SAP will have none. */
    private Optional<String> notification(JobState state) {
        var order = state.job().troubleOrder();
        if (state.job().kind() != JobKind.WORK_ORDER || order == null) {
            return Optional.empty();
        }
        var number = objects.find(order).map(WmsObject::number);
        if (number.isEmpty() && objects.isOnItsWay(order)) {
            throw new WaitsForNumber("work order " + state.subject(), order);
        }
        return number;
    }

    private Map<String, Object> confirmation(Delivery delivery, Confirmation confirmation) {
        var number = objects.find(confirmation.job())
                .map(WmsObject::number)
                .or(() -> delivery.isShadow() ? Optional.of(SapCalls.TEMPORARY) : Optional.empty())
                .orElseThrow(() -> new WaitsForNumber("a confirmation", confirmation.job()));
        var reference = Ids.reference(confirmation.job());
        var done = !delivery.isShadow() && objects.inDoubt(delivery.parcel(), 0) && sap.isConfirmed(number, reference);
        return Map.of(
                "confirmation",
                came(delivery),
                "reference",
                reference,
                "sap",
                Map.of("number", number, "upToDate", done));
    }

    private static JsonNode came(Delivery delivery) {
        return Canonical.tree(delivery.parcel().came());
    }
}
