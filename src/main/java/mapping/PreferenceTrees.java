package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.util.List;
import preferences.Account;
import preferences.Choice;
import preferences.QuietHours;
import preferences.Receiver;

/** Accounts, receivers and choices as JSON, in the form of {@code mappings/preferences/receiver.schema.json}. */
public final class PreferenceTrees {

    private PreferenceTrees() {}

    /** The account with all that it names. */
    public static JsonNode of(Account account) {
        ObjectNode tree = Canonical.tree(account).deepCopy();
        var receivers = tree.putArray("receivers");
        account.receivers().forEach(receiver -> receivers.add(of(receiver)));
        return tree;
    }

    /** The receiver with its consents. */
    public static ObjectNode of(Receiver receiver) {
        ObjectNode tree = Canonical.tree(receiver).deepCopy();
        tree.set("choices", of(receiver.choices()));
        return tree;
    }

    /** Choices alone. */
    public static ArrayNode of(List<Choice> choices) {
        ArrayNode tree = Canonical.tree(choices).deepCopy();
        for (var i = 0; i < choices.size(); i++) {
            quiet((ObjectNode) tree.get(i), choices.get(i).quiet());
        }
        return tree;
    }

    private static void quiet(ObjectNode choice, QuietHours quiet) {
        if (QuietHours.NONE.equals(quiet)) {
            choice.remove("quiet");
            choice.put("anyTime", true);
        } else if (quiet != null) {
            choice.putObject("quiet").put("from", minute(quiet.from())).put("until", minute(quiet.until()));
        }
    }

    /** Such as {@code 22:00}. */
    static String minute(LocalTime time) {
        return time.toString();
    }
}
