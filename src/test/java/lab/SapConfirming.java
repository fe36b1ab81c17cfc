package lab;

import java.util.HashMap;
import java.util.Map;
import lab.SapObject.Kind;

/** BAPI_ALM_CONF_CREATE: time worked on an operation of a released order. */
final class SapConfirming {

    private final SapPm pm;
    private final SapSession session;

    SapConfirming(SapPm pm, SapSession session) {
        this.pm = pm;
        this.session = session;
    }

    SapAnswer confirm(SapCall call) {
        var answer = new SapAnswer();
        var row = 0;
        SapMessage first = null;
        for (var ticket : call.table("TIMETICKETS")) {
            row++;
            var refusal = refusal(ticket);
            if (refusal == null) {
                var made = confirmation(ticket, call);
                session.confirmations.add(made);
                answer.row("DETAIL_RETURN", said(made, row));
            } else {
                first = first == null ? refusal : first;
                answer.row("DETAIL_RETURN", refusal.detail(row));
            }
        }
        // RETURN speaks only when something is wrong.
        return answer.structure("RETURN", first == null ? Map.of("TYPE", "") : first.bapiret2());
    }

    private SapMessage refusal(Map<String, String> ticket) {
        var number = ticket.getOrDefault("ORDERID", "");
        var own = session.working.get(number);
        var order = own == null ? pm.orders().get(number) : own;
        // A technically completed order takes confirmations still.
        if (order == null || !order.isClosed()) {
            var refusal = pm.refusal(Kind.ORDER, number, session);
            if (refusal != null) {
                return refusal;
            }
        }
        if ("CRTD".equals(order.status)) {
            return SapMessage.error("Order " + number + " is not released");
        }
        return order.operations.containsKey(ticket.getOrDefault("OPERATION", ""))
                ? null
                : SapMessage.error("Operation " + ticket.get("OPERATION") + " does not exist in order " + number);
    }

    private SapConfirmation confirmation(Map<String, String> ticket, SapCall call) {
        var order = ticket.get("ORDERID");
        var own = session.working.get(order);
        var outage = (own == null ? pm.orders().get(order) : own).outage();
        return new SapConfirmation(pm.nextConfirmation(), "00000001", order, outage, ticket, call);
    }

    private static Map<String, String> said(SapConfirmation made, int row) {
        var fields = new HashMap<>(SapMessage.success("Confirmation saved").detail(row));
        fields.put("CONF_NO", made.number());
        fields.put("CONF_CNT", made.counter());
        return fields;
    }
}
