package routes.backoffice;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a BAPI says of itself: a message of type E or A in RETURN means that nothing was done. */
final class SapReturn {

    private static final Set<String> FAILED = Set.of("E", "A");

    /**
     * What SAP says when somebody else is at the object; message classes differ from one object to the next, the words, in
     * the logon language English, hardly do.
     */
    private static final Pattern LOCKED = Pattern.compile(
            "(?i)\\b(being|currently) (processed|edited|maintained|locked|used)\\b|\\blocked by\\b|\\bdeadlock\\b");

    private SapReturn() {}

    /** @throws SapRefused for the first message of type E or A; locked only when all of them are of locks */
    static void check(Element response) {
        var failed = Stream.of("RETURN", "DETAIL_RETURN")
                .flatMap(table -> SapXml.rows(response, table).stream())
                .filter(message -> FAILED.contains(message.getAttribute("TYPE")))
                .toList();
        failed.stream()
                .filter(message -> !isLock(message))
                .findFirst()
                .or(() -> failed.stream().findFirst())
                .ifPresent(message -> {
                    throw new SapRefused(code(message), message.getAttribute("MESSAGE"), isLock(message));
                });
    }

    private static boolean isLock(Element message) {
        return "X".equals(message.getAttribute("FLG_LOCKED"))
                || LOCKED.matcher(message.getAttribute("MESSAGE")).find();
    }

    private static String code(Element message) {
        var id = message.hasAttribute("ID") ? "ID" : "MESSAGE_ID";
        var number = message.hasAttribute("NUMBER") ? "NUMBER" : "MESSAGE_NUMBER";
        return message.getAttribute(id) + "_" + message.getAttribute(number);
    }
}
