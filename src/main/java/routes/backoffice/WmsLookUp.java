package routes.backoffice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import outage.JobKind;

/** Asks SAP by our reference what it has, before anything is made there again (architecture, flow 5). */
@Component
class WmsLookUp {

    private static final String DELIMITER = "|";

    private final FluentProducerTemplate producer;

    WmsLookUp(FluentProducerTemplate producer) {
        this.producer = producer;
    }

    /**
     * What SAP has under a reference.
     *
     * @param number SAP's
     * @param release the number of the state that it shows
     */
    record Found(String number, long release) {}

    /** The notification or order with this reference; the newest state of it, when there are more rows. */
    Optional<Found> find(JobKind kind, String reference) {
        return kind == JobKind.TROUBLE_ORDER
                ? newest(read("QMEL", "BSTNK LIKE '" + reference + "/%'", "QMNUM", "BSTNK"))
                : newest(read("VIAUFKST", "EQFNR LIKE '" + reference + "/%'", "AUFNR", "EQFNR"));
    }

    /** Whether a confirmation with this reference stands on the order. */
    boolean isConfirmed(String order, String reference) {
        return !read("AFRU", "AUFNR = '" + order + "' AND LTXA1 LIKE '" + reference + "%'", "RUECK", "LTXA1")
                .isEmpty();
    }

    /** Notifications with a reference of ours that are not completed: number, reference, date and time of the wanted end. */
    List<List<String>> openNotifications() {
        return read("QMEL", "QMDAB = '00000000' AND BSTNK LIKE '%/%'", "QMNUM", "BSTNK", "LTRMN", "LTRUR");
    }

    /** Orders with a reference of ours that are not technically completed: number and reference. */
    List<List<String>> openOrders() {
        return read("VIAUFKST", "IDAT2 = '00000000' AND EQFNR LIKE '%/%'", "AUFNR", "EQFNR");
    }

    private static Optional<Found> newest(List<List<String>> rows) {
        return rows.stream()
                .map(row -> new Found(
                        row.get(0),
                        Long.parseLong(row.get(1).substring(row.get(1).indexOf('/') + 1))))
                .max((one, other) -> Long.compare(one.release(), other.release()));
    }

    private List<List<String>> read(String table, String where, String... fields) {
        var request = SapXml.write("RFC_READ_TABLE", root -> {
            root.setAttribute("QUERY_TABLE", table);
            root.setAttribute("DELIMITER", DELIMITER);
            SapXml.row(root, "OPTIONS", "TEXT", where);
            for (var field : fields) {
                SapXml.row(root, "FIELDS", "FIELDNAME", field);
            }
        });
        return SapXml.rows(SapXml.root(ask(request)), "DATA").stream()
                .filter(row -> row.hasAttribute("WA"))
                .map(WmsLookUp::cells)
                .toList();
    }

    private static List<String> cells(Element row) {
        return Stream.of(row.getAttribute("WA").split("\\|")).map(String::trim).toList();
    }

    private String ask(String request) {
        try {
            return producer.withBody(request).to("direct:wms-look-up").request(String.class);
        } catch (CamelExecutionException e) {
            // What failed is what counts: which of the three kinds it is.
            throw new SapUnanswered(e.getCause());
        }
    }
}
