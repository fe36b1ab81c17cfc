package mapping;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What fits on an in-home display, which takes a number of bytes of UTF-8 and cuts off what is over. */
public final class DisplayText {

    private DisplayText() {}

    /**
     * As many of the lines as fit, the most important first; one that does not fit is left out whole. The first line is cut where
     * it alone is too long.
     *
     * @param bytes how many the display takes: 100 by IEEE 2030.5, 59 in one frame of an older one
     */
    public static String fitting(List<String> lines, int bytes) {
        var text = cut(lines.get(0), bytes);
        for (var line : lines.subList(1, lines.size())) {
            var longer = text + " " + line;
            if (size(longer) <= bytes) {
                text = longer;
            }
        }
        return text;
    }

    private static String cut(String line, int bytes) {
        if (size(line) <= bytes) {
            return line;
        }
        var text = line;
        while (size(text) > bytes - size("…")) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        var blank = text.lastIndexOf(' ');
        return (blank > text.length() / 2 ? text.substring(0, blank) : text) + "…";
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
