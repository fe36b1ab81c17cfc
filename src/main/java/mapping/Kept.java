package mapping;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The form in which an operator finds a message that a door refused: bounded, for anyone may send anything. */
public final class Kept {

    private static final int LONGEST = 64 * 1024;

    private Kept() {}

    /** Bytes as text, or as Base64 when they are none. */
    public static String of(byte[] bytes) {
        try {
            return of(Utf8.text(bytes));
        } catch (Refused e) {
            return of(Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** Whether these bytes are kept as the text that they are. */
    public static boolean isWhole(byte[] bytes) {
        try {
            return isWhole(Utf8.text(bytes));
        } catch (Refused e) {
            return false;
        }
    }

    /** Whether the text is kept as it is. */
    public static boolean isWhole(String text) {
        return of(text).equals(text);
    }

    /** Text, cut when it is long; what no database keeps is replaced visibly. */
    public static String of(String text) {
        var some = text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "[cut: it was " + text.length() + " characters long]";
        return new String(some.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
