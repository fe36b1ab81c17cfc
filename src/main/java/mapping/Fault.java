package mapping;

/**
 * One thing that is wrong with a message.
 *
 * @param code stable, from the catalogue
 * @param at where: a JSON pointer, or line and column of XML; empty for the message as a whole
 * @param detail a sentence with the value; for the sender and operators, never for logs (it may quote personal data)
 */
public record Fault(FaultCode code, String at, String detail) {

    private static final int LONGEST_VALUE = 100;

    /** A fault whose value says nothing more. */
    public static Fault of(FaultCode code, String at) {
        return new Fault(code, at, code.sentence());
    }

    /** A fault with the value that is wrong, cut when it is long. */
    public static Fault of(FaultCode code, String at, String value) {
        var shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return new Fault(code, at, code.sentence() + ": " + shown);
    }

    /** In one line: code, place, sentence, what to do. */
    public String line() {
        return code + (at.isEmpty() ? "" : " at " + at) + ": " + detail + "; " + code.remedy();
    }
}
