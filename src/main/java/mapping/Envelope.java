package mapping;

import java.util.Set;
import org.w3c.dom.Element;

/** What stands in the header of an IEC 61968-100 message, beyond what its schema says. */
final class Envelope {

    private Envelope() {}

    /** @throws Refused when the message's Noun is another */
    static void speaksOf(Element message, String noun) {
        var said = Elements.text(message, "Header", "Noun").orElse("");
        if (!noun.equals(said)) {
            throw new Refused(Fault.of(FaultCode.UNKNOWN_NOUN, "Header/Noun", said + ", not " + noun));
        }
    }

    /** @throws Refused when its Verb is none of these */
    static void says(Element message, Set<String> verbs) {
        var said = Elements.text(message, "Header", "Verb").orElse("");
        if (!verbs.contains(said)) {
            throw new Refused(Fault.of(FaultCode.NOT_ALLOWED, "Header/Verb", said));
        }
    }
}
