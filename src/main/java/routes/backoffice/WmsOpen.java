package routes.backoffice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.Listing;

/**
 * Asks SAP by RFC_READ_TABLE for notifications that are not completed and orders that are not technically completed, of those
 * that bear our reference. SAP says neither our status nor which state it has, and of an order no time of day.
 */
@Component
class WmsOpen implements OpenQuestion {

    private static final String NONE = "00000000";
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final WmsLookUp sap;
    private final ZoneId zone;

    /** @param zone the plant's, as {@code wms.ftl} has it */
    WmsOpen(WmsLookUp sap, @Value("${hub.reconciliation.zone}") ZoneId zone) {
        this.sap = sap;
        this.zone = zone;
    }

    @Override
    public String neighbour() {
        return "wms";
    }

    @Override
    public Listing ask(Instant now) {
        var entries = new ArrayList<Listing.Entry>();
        sap.openNotifications().forEach(row -> entries.add(entry(row, ert(row.get(2), row.get(3)), true)));
        sap.openOrders().forEach(row -> entries.add(entry(row, null, false)));
        return new Listing(now, entries);
    }

    private static Listing.Entry entry(List<String> row, Instant ert, boolean saysErt) {
        var reference = row.get(1).substring(0, row.get(1).indexOf('/'));
        return new Listing.Entry(reference, row.get(0), null, null, ert, saysErt);
    }

    private Instant ert(String date, String time) {
        return date.isBlank() || date.equals(NONE)
                ? null
                : LocalDateTime.parse(date + time, DATE_TIME).atZone(zone).toInstant();
    }
}
