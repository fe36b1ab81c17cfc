package routes.intake;

import java.nio.charset.StandardCharsets;
import mapping.Fault;
import mapping.FaultCode;
import mapping.Kept;
import mapping.Refused;
import mapping.Utf8;
import routes.NotText;

/** The text of a JMS message, when it is one and not too large. */
final class MessageText {

    private MessageText() {}

    /** @throws Refused when it is no text, or larger than allowed */
    static String of(Object body, int maxBytes) {
        if (body == null) {
            throw new Refused(Fault.of(FaultCode.EMPTY, ""));
        }
        if (body instanceof byte[] bytes) {
            limit(bytes.length, maxBytes);
            return Utf8.text(bytes);
        }
        if (body instanceof String text) {
            limit(text.length() > maxBytes ? text.length() : text.getBytes(StandardCharsets.UTF_8).length, maxBytes);
            return text;
        }
        throw new Refused(Fault.of(FaultCode.NOT_TEXT, ""));
    }

    /** The form in which an operator finds it. */
    static String kept(Object body) {
        if (body instanceof NotText other) {
            return "[" + other.kind() + ", not read]";
        }
        if (body instanceof byte[] bytes) {
            return Kept.of(bytes);
        }
        return body == null ? "" : Kept.of(body.toString());
    }

    /** Whether that is the message itself. */
    static boolean isKeptWhole(Object body) {
        if (body instanceof byte[] bytes) {
            return Kept.isWhole(bytes);
        }
        return body instanceof String text && Kept.isWhole(text);
    }

    private static void limit(int length, int maxBytes) {
        if (length > maxBytes) {
            throw new Refused(Fault.of(FaultCode.TOO_LARGE, "", length + " bytes, allowed are " + maxBytes));
        }
    }
}
