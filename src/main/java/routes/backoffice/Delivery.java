package routes.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import mapping.Canonical;
import outage.Ids;
import outage.News;
import store.Parcel;

/** One taking of a message from a reader's queue; it lives as long as its exchange and is seen by one thread. */
public final class Delivery {

    private final Parcel parcel;
    private final String taking;
    private final Duration callTimeout;
    private final Instant taken;
    private boolean claimed;
    private List<News> news = List.of();
    private Instant notBefore = Instant.MIN;
    private String id;
    private String mapped;
    private Object sent;
    private boolean shadow;

    /** @param taken when it was taken, in real time */
    Delivery(Parcel parcel, String taking, Duration callTimeout, Instant taken) {
        this.parcel = parcel;
        this.taking = taking;
        this.callTimeout = callTimeout;
        this.taken = taken;
    }

    Parcel parcel() {
        return parcel;
    }

    String taking() {
        return taking;
    }

    Duration callTimeout() {
        return callTimeout;
    }

    Instant taken() {
        return taken;
    }

    /** @param carried the reports that the neighbour has from here on, as the message has them; null for none */
    void brings(JsonNode carried) {
        news = carried == null ? List.of() : List.of(Canonical.read(carried, News[].class));
    }

    List<News> news() {
        return news;
    }

    /** The ids of these reports, for a log. */
    String reports() {
        return news.stream().map(News::report).collect(Collectors.joining(" "));
    }

    boolean claimed() {
        return claimed;
    }

    void claim() {
        claimed = true;
    }

    /** The neighbour wants to be left alone until then. */
    void leaveAlone(Instant until) {
        notBefore = until;
    }

    boolean mustWait(Instant now) {
        return now.isBefore(notBefore);
    }

    void mapped(String message) {
        mapped = message;
    }

    String mapped() {
        return mapped;
    }

    /** What is about to be sent, as it leaves. */
    Object send(Object message) {
        sent = message;
        return sent;
    }

    /** Whether this is what was sent, the very same: the neighbour gave no answer. */
    boolean isSent(Object body) {
        return body == sent;
    }

    void inShadow(boolean notToBeSent) {
        shadow = notToBeSent;
    }

    /** Whether it is mapped and kept, and not sent. */
    public boolean isShadow() {
        return shadow;
    }

    /** The message as it came. */
    public String getCame() {
        return parcel.came();
    }

    /** The id by which the neighbour knows a repeat; null as long as nothing was mapped. */
    public String getId() {
        return id;
    }

    /**
     * Gives the delivery its id: a request to OMS has one of its own, which its answer will name and which stays the same
     * when it is asked again; all else has one made from the message, its target, its kind and its subject.
     */
    void name() {
        id = parcel.type().equals("OmsRequest")
                ? Canonical.tree(parcel.came()).path("id").asText()
                : Ids.of(parcel.message(), parcel.neighbour(), parcel.type(), parcel.subject());
    }
}
