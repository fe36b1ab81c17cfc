package lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.SapObject.Effect;
import lab.SapObject.Kind;

/** BAPI_ALM_ORDER_MAINTAIN: all rows of IT_METHODS or none, and nothing without the row that says SAVE. */
final class SapOrders {

    private static final int ORDER = 12;

    private final SapPm pm;
    private final SapSession session;
    private final Map<String, SapObject> touched = new HashMap<>();

    SapOrders(SapPm pm, SapSession session) {
        this.pm = pm;
        this.session = session;
    }

    static String orderOf(Map<String, String> method) {
        var key = method.getOrDefault("OBJECTKEY", "");
        return key.length() <= ORDER ? key : key.substring(0, ORDER);
    }

    SapAnswer maintain(SapCall call) {
        var answer = new SapAnswer();
        var methods = call.table("IT_METHODS");
        if (methods.stream().noneMatch(row -> "SAVE".equals(row.get("METHOD")))) {
            return answer.says(SapMessage.error("Method SAVE is missing"));
        }
        for (var method : methods) {
            var refusal = "SAVE".equals(method.get("METHOD")) ? null : apply(method, call);
            if (refusal != null) {
                return answer.says(refusal);
            }
        }
        touched.forEach((key, order) -> put(key, order, call, answer));
        return answer;
    }

    private void put(String key, SapObject order, SapCall call, SapAnswer answer) {
        if (order.number.startsWith("%")) {
            order.number = pm.nextOrder();
            answer.row("ET_NUMBERS", Map.of("AUFNR_IN", key, "AUFNR_NEW", order.number));
        }
        order.saved = true;
        order.effects.add(new Effect("maintained", call));
        session.working.put(order.number, order);
        answer.says(SapMessage.success("Order saved with number " + order.number));
    }

    private SapMessage apply(Map<String, String> method, SapCall call) {
        var number = orderOf(method);
        if (number.startsWith("%") && !touched.containsKey(number)) {
            if (!isHeader(method) || !method.getOrDefault("METHOD", "").startsWith("CREATE")) {
                return SapMessage.error("Order " + number + " does not exist");
            }
            touched.put(number, new SapObject(Kind.ORDER, number));
        } else if (!touched.containsKey(number)) {
            var refusal = pm.refusal(Kind.ORDER, number, session);
            if (refusal != null) {
                return refusal;
            }
            var known = session.working.get(number);
            touched.put(number, (known == null ? pm.orders().get(number) : known).copy());
        }
        return isHeader(method) ? header(touched.get(number), method, call) : part(touched.get(number), method, call);
    }

    private static boolean isHeader(Map<String, String> method) {
        return "HEADER".equals(method.get("OBJECTTYPE"));
    }

    private static SapMessage header(SapObject order, Map<String, String> method, SapCall call) {
        switch (method.getOrDefault("METHOD", "")) {
            case "CREATE", "CREATETONOTIF" -> {
                var row = row(call.table("IT_HEADER"), method);
                if (row.getOrDefault("ORDER_TYPE", "").isEmpty()) {
                    return SapMessage.error("Enter an order type");
                }
                order.header.putAll(row);
                order.type = row.get("ORDER_TYPE");
                if ("CREATETONOTIF".equals(method.get("METHOD"))) {
                    order.header.put(
                            "NOTIF_NO", method.getOrDefault("OBJECTKEY", "").substring(ORDER));
                }
            }
            case "CHANGE" ->
                marked(order.header, row(call.table("IT_HEADER"), method), row(call.table("IT_HEADER_UP"), method));
            case "RELEASE" -> order.status = "REL";
            case "TECHNICALCOMPLETE" -> order.status = "TECO";
            default -> {
                return SapMessage.error("Method " + method.get("METHOD") + " is not known for HEADER");
            }
        }
        return null;
    }

    private static SapMessage part(SapObject order, Map<String, String> method, SapCall call) {
        var type = method.getOrDefault("OBJECTTYPE", "");
        if ("OPERATION".equals(type)) {
            return operation(order, method, call);
        }
        if ("TEXT".equals(type)) {
            order.texts.clear();
            call.table("IT_TEXT_LINES").forEach(line -> order.texts.add(line.getOrDefault("TDLINE", "")));
            return null;
        }
        if (!Set.of("COMPONENT", "OBJECTLIST", "PARTNER", "USERSTATUS").contains(type)) {
            return SapMessage.error("Object type " + type + " is not known");
        }
        order.rows.computeIfAbsent(type, any -> new ArrayList<>()).add(row(call.table("IT_" + type), method));
        return null;
    }

    private static SapMessage operation(SapObject order, Map<String, String> method, SapCall call) {
        var row = row(call.table("IT_OPERATION"), method);
        var activity = row.getOrDefault("ACTIVITY", "");
        if (activity.isEmpty()) {
            return SapMessage.error("Enter an operation number");
        }
        switch (method.getOrDefault("METHOD", "")) {
            case "CREATE" -> order.operations.put(activity, new HashMap<>(row));
            case "CHANGE" ->
                marked(
                        order.operations.computeIfAbsent(activity, any -> new HashMap<>()),
                        row,
                        row(call.table("IT_OPERATION_UP"), method));
            case "DELETE" -> order.operations.remove(activity);
            default -> {
                return SapMessage.error("Method " + method.get("METHOD") + " is not known for OPERATION");
            }
        }
        return null;
    }

    private static void marked(Map<String, String> fields, Map<String, String> row, Map<String, String> marks) {
        var changed = new HashSet<>(marks.keySet());
        changed.removeIf(field -> !"X".equals(marks.get(field)));
        changed.forEach(field -> fields.put(field, row.getOrDefault(field, "")));
    }

    /** REFNUMBER counts the rows of the data table from one. */
    private static Map<String, String> row(List<Map<String, String>> table, Map<String, String> method) {
        var number = Integer.parseInt(method.getOrDefault("REFNUMBER", "0"));
        return number >= 1 && number <= table.size() ? table.get(number - 1) : Map.of();
    }
}
