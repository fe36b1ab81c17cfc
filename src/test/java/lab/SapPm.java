package lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lab.SapObject.Effect;
import lab.SapObject.Kind;

/**
 * Plant maintenance, as far as the hub calls it: numbers, locks, what a session holds and what is committed. Not thread-safe:
 * {@link PlayedSap} lets one call in at a time.
 */
final class SapPm {

    private final Map<String, SapObject> notifications = new TreeMap<>();
    private final Map<String, SapObject> orders = new TreeMap<>();
    private final List<SapConfirmation> confirmations = new ArrayList<>();
    private final Map<String, String> lockedByUsers = new HashMap<>();
    private final Map<String, SapSession> sessions;
    private final BiConsumer<SapObject, Effect> onObject;
    private final Consumer<SapConfirmation> onConfirmation;
    private long lastNotification = 10_000_000;
    private long lastOrder = 4_000_000;
    private long lastConfirmation = 50_000;

    /** @param sessions all of them, for the locks that they hold */
    SapPm(
            Map<String, SapSession> sessions,
            BiConsumer<SapObject, Effect> onObject,
            Consumer<SapConfirmation> onConfirmation) {
        this.sessions = sessions;
        this.onObject = onObject;
        this.onConfirmation = onConfirmation;
    }

    SapAnswer run(SapCall call, SapSession session) {
        return switch (call.function()) {
            case "BAPI_ALM_NOTIF_CREATE" -> create(call, session);
            case "BAPI_ALM_NOTIF_DATA_ADD" -> change(call, session, "texted", "NOTIFHEADER_EXPORT", this::add);
            case "BAPI_ALM_NOTIF_DATA_MODIFY" -> change(call, session, "changed", "NOTIFHEADER_EXPORT", this::modify);
            case "BAPI_ALM_NOTIF_CLOSE" -> close(call, session);
            case "BAPI_ALM_NOTIF_SAVE" -> save(call, session);
            case "BAPI_ALM_NOTIF_GET_DETAIL" -> show(call, notifications, "NOTIFHEADER_EXPORT", "NOTLONGTXT");
            case "BAPI_ALM_ORDER_MAINTAIN" -> new SapOrders(this, session).maintain(call);
            case "BAPI_ALM_ORDER_GET_DETAIL" -> show(call, orders, "ES_HEADER", "ET_TEXT_LINES");
            case "BAPI_ALM_CONF_CREATE" -> new SapConfirming(this, session).confirm(call);
            case "BAPI_TRANSACTION_COMMIT" -> commit(session);
            case "BAPI_TRANSACTION_ROLLBACK" -> {
                session.forget();
                yield new SapAnswer();
            }
            case "RFC_READ_TABLE" -> SapTables.read(call, this);
            default ->
                throw new SapAnswer.Failure(
                        "SYSTEM_FAILURE", "CALL_FUNCTION_NOT_FOUND", "function " + call.function() + " does not exist");
        };
    }

    private SapAnswer create(SapCall call, SapSession session) {
        if (call.scalar("NOTIF_TYPE").isEmpty()) {
            return new SapAnswer().says(SapMessage.error("Enter a notification type"));
        }
        var made = new SapObject(Kind.NOTIFICATION, session.temporaryNumber());
        made.type = call.scalar("NOTIF_TYPE");
        made.header.putAll(call.structure("NOTIFHEADER"));
        if (!call.scalar("ORDERID").isEmpty()) {
            made.header.put("ORDERID", call.scalar("ORDERID"));
        }
        texts(made, call.table("LONGTEXTS"));
        made.effects.add(new Effect("created", call));
        session.working.put(made.number, made);
        return new SapAnswer().structure("NOTIFHEADER_EXPORT", made.shown());
    }

    private void add(SapObject notification, SapCall call) {
        texts(notification, call.table("NOTFULLTXT"));
        for (var table : List.of("NOTITEM", "NOTIFCAUS", "NOTIFACTV", "NOTIFTASK", "NOTIFPARTNR")) {
            notification.rows.computeIfAbsent(table, any -> new ArrayList<>()).addAll(call.table(table));
        }
    }

    private static void texts(SapObject notification, List<Map<String, String>> lines) {
        lines.forEach(line -> notification.texts.add(line.getOrDefault("TEXT_LINE", "")));
    }

    private void modify(SapObject notification, SapCall call) {
        call.structure("NOTIFHEADER_X").forEach((field, mark) -> {
            if ("X".equals(mark)) {
                notification.header.put(field, call.structure("NOTIFHEADER").getOrDefault(field, ""));
            }
        });
    }

    private SapAnswer close(SapCall call, SapSession session) {
        if (!call.scalar("TESTRUN").isEmpty()) {
            return new SapAnswer();
        }
        var answer = change(call, session, "closed", null, (notification, any) -> notification.status = "NOCO");
        return answer.isRefusal() ? answer : answer.scalar("SYSTEMSTATUS", "NOCO");
    }

    private SapAnswer change(
            SapCall call, SapSession session, String what, String export, BiConsumer<SapObject, SapCall> work) {
        var number = call.scalar("NUMBER");
        var refusal = refusal(Kind.NOTIFICATION, number, session);
        if (refusal != null) {
            return new SapAnswer().says(refusal);
        }
        var notification = take(Kind.NOTIFICATION, number, session);
        work.accept(notification, call);
        notification.saved = false;
        notification.effects.add(new Effect(what, call));
        return export == null ? new SapAnswer() : new SapAnswer().structure(export, notification.shown());
    }

    private SapAnswer save(SapCall call, SapSession session) {
        var notification = session.working.get(call.scalar("NUMBER"));
        if (notification == null) {
            return new SapAnswer().says(SapMessage.error("No changes to notification " + call.scalar("NUMBER")));
        }
        if (notification.number.startsWith("%")) {
            session.working.remove(notification.number);
            notification.number = nextNotification();
            session.working.put(notification.number, notification);
        }
        notification.saved = true;
        return new SapAnswer().structure("NOTIFHEADER", notification.shown());
    }

    private static SapAnswer show(SapCall call, Map<String, SapObject> objects, String export, String texts) {
        var found = objects.get(call.scalar("NUMBER"));
        if (found == null) {
            return new SapAnswer().says(SapMessage.error(call.scalar("NUMBER") + " does not exist"));
        }
        var answer = new SapAnswer().structure(export, found.shown());
        var line = found.kind == Kind.NOTIFICATION ? "TEXT_LINE" : "TDLINE";
        found.texts.forEach(text -> answer.row(texts, Map.of(line, text)));
        found.operations.values().forEach(operation -> answer.row("ET_OPERATIONS", operation));
        return answer;
    }

    SapAnswer commit(SapSession session) {
        for (var object : session.working.values()) {
            if (object.saved) {
                all(object.kind).put(object.number, object);
                object.effects.forEach(effect -> onObject.accept(object, effect));
                object.effects.clear();
                object.saved = false;
            }
        }
        for (var confirmation : session.confirmations) {
            confirmations.add(confirmation);
            onConfirmation.accept(confirmation);
        }
        session.forget();
        return new SapAnswer();
    }

    /** Why the object cannot be changed in this session; null when it can. */
    SapMessage refusal(Kind kind, String number, SapSession session) {
        var own = session.working.get(number);
        var object = own == null ? all(kind).get(number) : own;
        var name = kind == Kind.NOTIFICATION ? "Notification " : "Order ";
        if (object == null || object.kind != kind) {
            return SapMessage.error(name + number + " does not exist");
        }
        var holder = own == null ? holder(number, session) : null;
        if (holder != null) {
            return kind == Kind.NOTIFICATION
                    ? SapMessage.lockedNotification(number, holder)
                    : SapMessage.lockedOrder(number, holder);
        }
        return object.isClosed() ? SapMessage.error(name + number + " is completed (" + object.status + ")") : null;
    }

    private String holder(String number, SapSession but) {
        var user = lockedByUsers.get(number);
        if (user != null) {
            return user;
        }
        sessions.values().removeIf(SapSession::isDead);
        var held =
                sessions.values().stream().anyMatch(session -> session != but && session.working.containsKey(number));
        return held ? "OUTAGEHUB" : null;
    }

    /** The session's copy of the object, made with its first change. */
    SapObject take(Kind kind, String number, SapSession session) {
        return session.working.computeIfAbsent(
                number, any -> all(kind).get(number).copy());
    }

    private Map<String, SapObject> all(Kind kind) {
        return kind == Kind.NOTIFICATION ? notifications : orders;
    }

    private String nextNotification() {
        lastNotification++;
        return "%012d".formatted(lastNotification);
    }

    String nextOrder() {
        lastOrder++;
        return "%012d".formatted(lastOrder);
    }

    String nextConfirmation() {
        lastConfirmation++;
        return "%010d".formatted(lastConfirmation);
    }

    void lock(String number, String user) {
        lockedByUsers.put(number, user);
    }

    void unlock(String number) {
        lockedByUsers.remove(number);
    }

    void unlockAll() {
        lockedByUsers.clear();
    }

    Map<String, SapObject> notifications() {
        return notifications;
    }

    Map<String, SapObject> orders() {
        return orders;
    }

    List<SapConfirmation> confirmations() {
        return confirmations;
    }

    /** The outage that a call is about; empty when it is about none. */
    String outage(SapCall call, SapSession session) {
        var given = call.structure("NOTIFHEADER").getOrDefault("DEVICEDATA", "");
        if (!given.isEmpty()) {
            return given;
        }
        for (var row : call.table("IT_HEADER")) {
            if (!row.getOrDefault("DEVICEDATA", "").isEmpty()) {
                return row.get("DEVICEDATA");
            }
        }
        return numbers(call).stream()
                .map(number -> find(number, session))
                .filter(object -> object != null && !object.outage().isEmpty())
                .map(SapObject::outage)
                .findFirst()
                .or(() -> Optional.of(SapObject.outageIn(call.xml())).filter(name -> !name.isEmpty()))
                .orElseGet(() -> ofSession(session));
    }

    private static List<String> numbers(SapCall call) {
        var numbers = new ArrayList<String>();
        numbers.add(call.scalar("NUMBER"));
        call.table("TIMETICKETS").forEach(row -> numbers.add(row.getOrDefault("ORDERID", "")));
        call.table("IT_METHODS").forEach(row -> numbers.add(SapOrders.orderOf(row)));
        return numbers;
    }

    private SapObject find(String number, SapSession session) {
        var own = session.working.get(number);
        var notification = notifications.get(number);
        return own != null ? own : notification != null ? notification : orders.get(number);
    }

    private static String ofSession(SapSession session) {
        return session.working.values().stream()
                .map(SapObject::outage)
                .findFirst()
                .orElseGet(() -> session.confirmations.stream()
                        .map(SapConfirmation::outage)
                        .findFirst()
                        .orElse(""));
    }
}
