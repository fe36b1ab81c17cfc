package sap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sap.jco.IDocType;

/**
 * What an endpoint's URI names.
 *
 * @param scheme one of camel-sap's
 * @param connection the destination or server
 * @param queue empty where the scheme has none
 * @param parts what follows: a function, or an IDoc type with its extension and releases
 */
record SapAddress(String scheme, String connection, String queue, List<String> parts) {

    /** Parts of a URI after the scheme: how many at least, how many at most. */
    private record Form(String says, int least, int most) {}

    private static final String IDOC = ":IDOCTYPE[:EXTENSION[:SYSTEMRELEASE[:APPLICATIONRELEASE]]]";
    private static final Map<String, Form> FORMS = Map.of(
            "sap-srfc-destination", new Form("DESTINATION:RFC", 2, 2),
            "sap-trfc-destination", new Form("DESTINATION:RFC", 2, 2),
            "sap-qrfc-destination", new Form("DESTINATION:QUEUE:RFC", 3, 3),
            "sap-idoc-destination", new Form("DESTINATION" + IDOC, 2, 5),
            "sap-idoclist-destination", new Form("DESTINATION" + IDOC, 2, 5),
            "sap-qidoc-destination", new Form("DESTINATION:QUEUE" + IDOC, 3, 6),
            "sap-qidoclist-destination", new Form("DESTINATION:QUEUE" + IDOC, 3, 6),
            "sap-idoclist-server", new Form("SERVER" + IDOC, 2, 5));

    /** @throws IllegalArgumentException when the URI has another form than its scheme */
    static SapAddress of(String scheme, String remaining) {
        var form = FORMS.get(scheme);
        if (form == null) {
            throw new IllegalArgumentException("the stub has no " + scheme + " (docs/sap.md)");
        }
        var parts = Arrays.asList(remaining.split(":", -1));
        if (parts.size() < form.least()
                || parts.size() > form.most()
                || parts.stream().limit(form.least()).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("write " + scheme + ":" + form.says() + " instead of " + remaining);
        }
        var queued = scheme.startsWith("sap-q");
        return new SapAddress(
                scheme,
                parts.get(0),
                queued ? parts.get(1) : "",
                List.copyOf(parts.subList(queued ? 2 : 1, parts.size())));
    }

    boolean isIDoc() {
        return scheme.contains("idoc");
    }

    boolean isServer() {
        return scheme.endsWith("-server");
    }

    boolean isSynchronous() {
        return scheme.equals("sap-srfc-destination");
    }

    /** The queue's name; null for none. */
    String queueOrNull() {
        return queue.isEmpty() ? null : queue;
    }

    String rfc() {
        return parts.get(0);
    }

    IDocType idocType() {
        return new IDocType(part(0), part(1), part(2), part(3));
    }

    private String part(int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}
