package routes.backoffice;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.w3c.dom.Element;

/**
 * The calls that one message makes at SAP, one after the other in one session. A number that SAP gives on the way takes the
 * place of the temporary one in the calls that follow. Seen by one thread.
 */
public final class SapCalls {

    /** What stands in a mapping for a number that SAP has yet to give. */
    static final String TEMPORARY = "%00000000001";

    private static final List<List<String>> NUMBERS = List.of(
            List.of("NOTIFHEADER_EXPORT", "NOTIF_NO"),
            List.of("NOTIFHEADER", "NOTIF_NO"),
            List.of("ET_NUMBERS", "AUFNR_NEW"),
            List.of("DETAIL_RETURN", "CONF_NO"));

    private final Queue<Element> left;
    private String function;
    private int called;
    private String number = TEMPORARY;

    private SapCalls(Queue<Element> left) {
        this.left = left;
    }

    /** @param mapped {@code <calls>} with a request for each, as the mapping made them */
    public static SapCalls of(String mapped) {
        return new SapCalls(new ArrayDeque<>(SapXml.children(SapXml.root(mapped))));
    }

    /** Whether there is something left to call. */
    public boolean isMore() {
        return !left.isEmpty();
    }

    /** The next request. */
    public String next() {
        var request = left.remove();
        function = request.getPrefix();
        called++;
        return SapXml.text(request).replace("\"" + TEMPORARY, "\"" + number);
    }

    /** The function that the request is for. */
    public String getFunction() {
        return function;
    }

    /** How many calls were made. */
    public int getCalled() {
        return called;
    }

    /**
     * Takes SAP's answer.
     *
     * @throws SapRefused when SAP did not do it
     */
    public void answered(String answer) {
        var response = SapXml.root(answer);
        SapReturn.check(response);
        for (var place : NUMBERS) {
            SapXml.rows(response, place.get(0)).stream()
                    .map(row -> row.getAttribute(place.get(1)))
                    .filter(given -> given.matches("%?\\d*[1-9]\\d*"))
                    .findFirst()
                    .ifPresent(given -> number = given);
        }
    }

    /** The number that SAP gave; null when it gave none. */
    public String getNumber() {
        return TEMPORARY.equals(number) ? null : number;
    }
}
