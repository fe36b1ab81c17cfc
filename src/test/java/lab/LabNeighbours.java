package lab;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The neighbours of the lab, by name. */
@Component
record LabNeighbours(
        PlayedOms oms,
        PlayedCrm crm,
        PlayedCms cms,
        PlayedCss css,
        PlayedSap wms,
        PlayedTwilio twilio,
        PlayedDisplays ihd,
        LabClock clock) {

    private static final long QUIET_MILLIS = 500;

    /** What a neighbour received, newest last; empty when nobody is called so. */
    Optional<List<Receipt>> received(String name, String outage) {
        return switch (name) {
            case "oms" -> Optional.of(oms.received().of(outage));
            case "crm" -> Optional.of(crm.received().of(outage));
            case "css" -> Optional.of(css.received(outage));
            case "wms" -> Optional.of(wms.received().of(outage));
            case "ihd" -> Optional.of(ihd.received().of(outage));
            case "sms" -> Optional.of(twilio.received().of(outage));
            case "cms" -> Optional.of(both(cms.tasks().of(outage), cms.acks().of(outage)));
            default -> Optional.empty();
        };
    }

    private static List<Receipt> both(List<Receipt> tasks, List<Receipt> acks) {
        var all = new ArrayList<>(tasks);
        all.addAll(acks);
        all.sort(Comparator.comparing(Receipt::time));
        return all;
    }

    /** The neighbour comes or goes; false when nobody is called so. */
    boolean turn(String name, boolean on) {
        switch (name) {
            case "oms" -> turn(on, oms::on, oms::off);
            case "crm" -> turn(on, crm::on, crm::off);
            case "cms" -> turn(on, cms::on, cms::off);
            case "css" -> turn(on, css::on, css::off);
            case "wms" -> turn(on, wms::on, wms::off);
            case "ihd" -> turn(on, ihd::on, ihd::off);
            case "twilio" -> turn(on, twilio::on, twilio::off);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void turn(boolean on, Runnable comes, Runnable goes) {
        (on ? comes : goes).run();
    }

    /** Everybody is there, in their usual manners, and has forgotten what they heard. */
    void calm() {
        oms.on();
        crm.on();
        cms.on();
        css.on();
        wms.on();
        twilio.on();
        ihd.on();
        oms.reset();
        crm.reset();
        cms.reset();
        css.reset();
        wms.reset();
        twilio.reset();
        ihd.reset();
    }

    /** Whether nothing came for a moment. */
    boolean quiet() {
        var before = count();
        try {
            Thread.sleep(QUIET_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return before == count();
    }

    private int count() {
        return oms.received().all().size()
                + crm.raw().all().size()
                + css.raw().all().size()
                + wms.raw().all().size()
                + cms.tasks().all().size()
                + cms.acks().all().size();
    }

    /** The outages that the README's examples report on. */
    void tellOfTheSamples() {
        var now = clock.now().truncatedTo(ChronoUnit.MINUTES);
        var unplanned = Map.<String, Object>of(
                "kind", "UNPLANNED",
                "level", "DISTRIBUTION",
                "magnitude", "NEIGHBORHOOD",
                "customersAffected", 42,
                "cause", "TREE_CONTACT",
                "feeder", "FDR-01",
                "district", "NORTH",
                "startedAt", now.minus(Duration.ofMinutes(20)));
        var order = Map.<String, Object>of("troubleOrder", Map.of("mRID", "TO-SAMPLE-1", "crew", "CREW-7"));
        var planned = Map.<String, Object>of(
                "kind", "PLANNED",
                "level", "DISTRIBUTION",
                "magnitude", "AREA",
                "customersAffected", 310,
                "feeder", "FDR-02",
                "district", "SOUTH",
                "plannedStart", now.minus(Duration.ofMinutes(30)),
                "plannedEnd", now.plus(Duration.ofHours(4)),
                "plannedReason", "a new transformer");
        oms.tell(OmsEventText.Type.CONFIRMED, new OmsFacts("OUT-SAMPLE-1", unplanned));
        oms.tell(OmsEventText.Type.TROUBLE_ORDER_DISPATCHED, new OmsFacts("OUT-SAMPLE-1", order));
        oms.tell(OmsEventText.Type.SCHEDULED, new OmsFacts("OUT-SAMPLE-2", planned));
    }
}
