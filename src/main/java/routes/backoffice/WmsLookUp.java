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
                ? newest(read("QMEL", "QMNUM", "BSTNK", "BSTNK LIKE '" + reference + "/%'"))
                : newest(read("VIAUFKST", "AUFNR", "EQFNR", "EQFNR LIKE '" + reference + "/%'"));
    }

    /** Whether a confirmation with this reference stands on the order. */
    boolean isConfirmed(String order, String reference) {
        return !read("AFRU", "RUECK", "LTXA1", "AUFNR = '" + order + "' AND LTXA1 LIKE '" + reference + "%'")
                .isEmpty();
    }

    private static Optional<Found> newest(List<List<String>> rows) {
        return rows.stream()
                .map(row -> new Found(
                        row.get(0),
                        Long.parseLong(row.get(1).substring(row.get(1).indexOf('/') + 1))))
                .max((one, other) -> Long.compare(one.release(), other.release()));
    }

    private List<List<String>> read(String table, String key, String field, String where) {
        var request = SapXml.write("RFC_READ_TABLE", root -> {
            root.setAttribute("QUERY_TABLE", table);
            root.setAttribute("DELIMITER", DELIMITER);
            SapXml.row(root, "OPTIONS", "TEXT", where);
            SapXml.row(root, "FIELDS", "FIELDNAME", key);
            SapXml.row(root, "FIELDS", "FIELDNAME", field);
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
