package routes.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mapping.Canonical;
import notices.Outgoing;
import preferences.Channel;
import store.NoticeLine;

/** One notice on its way to its provider; it lives as long as its exchange. */
public final class Handover {

    private final NoticeLine.Taken taken;
    private final String sender;

    /** @param sender by whom it goes, such as a phone number; null where the channel has no senders */
    Handover(NoticeLine.Taken taken, String sender) {
        this.taken = taken;
        this.sender = sender;
    }

    NoticeLine.Taken taken() {
        return taken;
    }

    String sender() {
        return sender;
    }

    Outgoing outgoing() {
        return taken.outgoing();
    }

    Channel channel() {
        return outgoing().channel();
    }

    /** Whether the provider may have it already: it is asked, nothing is sent. */
    public boolean isInDoubt() {
        return taken.inDoubt();
    }

    /** What the channel gets: {@link Outgoing} as canonical JSON, and the sender. */
    String json() {
        var tree = (ObjectNode) Canonical.tree(outgoing());
        if (sender != null) {
            tree.put("sender", sender);
        }
        return tree.toString();
    }
}
