package bench.rivals;

/** Names that follow from an outage's. */
final class Texts {

    private Texts() {}

    /** The outage's trouble order. */
    static String job(Ids ids) {
        return "TO" + ids.outage().substring("OUT".length());
    }

    /** What stands between these two in a text; such as an element's content. */
    static String between(String text, String begin, String end) {
        var from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
