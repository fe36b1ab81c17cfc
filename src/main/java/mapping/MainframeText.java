package mapping;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as a mainframe has it: upper-case, in the characters that the code pages Cp037 and Cp1047 both have at the same place. A
 * letter that they do not have loses its accent, a typographic sign becomes its plain brother, and what is still left is shown
 * as {@code ?}: nothing is lost unseen, and nothing is refused for its spelling.
 */
final class MainframeText {

    static final String LOST = "?";
    /** At the end of a text that was cut. */
    static final String CUT = "+";

    private static final Charset CP037 = Charset.forName("Cp037");
    private static final Charset CP1047 = Charset.forName("Cp1047");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final boolean[] SHARED = shared();

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("\u2018", "'"),
            Map.entry("\u2019", "'"),
            Map.entry("\u201A", "'"),
            Map.entry("\u201C", "\""),
            Map.entry("\u201D", "\""),
            Map.entry("\u201E", "\""),
            Map.entry("\u2010", "-"),
            Map.entry("\u2011", "-"),
            Map.entry("\u2012", "-"),
            Map.entry("\u2013", "-"),
            Map.entry("\u2014", "-"),
            Map.entry("[", "("),
            Map.entry("]", ")"));

    private MainframeText() {}

    /** The text in CSS's characters, without blanks at its ends. */
    static String of(String text) {
        var made = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(one -> made.append(of(one)));
        return made.toString().strip();
    }

    private static String of(int one) {
        if (Character.isWhitespace(one) || Character.isSpaceChar(one)) {
            return " ";
        }
        var same = Character.toString(one);
        var upper = same.toUpperCase(Locale.ROOT);
        // Upper-case once more: some signs are lower-case letters in disguise.
        var bare = MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        for (var candidate : List.of(upper, PLAIN.getOrDefault(same, ""), bare, same)) {
            if (!candidate.isBlank() && candidate.chars().allMatch(MainframeText::isShared)) {
                return candidate;
            }
        }
        return LOST;
    }

    /** The text in CSS's characters, in lines of at most so many, broken between words where a word is not longer than a line. */
    static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words(text, width)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word that is longer than a line is broken. */
    private static List<String> words(String text, int width) {
        var words = new ArrayList<String>();
        for (var word : BLANKS.split(of(text), -1)) {
            var rest = word;
            while (rest.length() > width) {
                words.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            if (!rest.isEmpty()) {
                words.add(rest);
            }
        }
        return words;
    }

    /** The text in CSS's characters, at most so many; that it was cut shows at its end. */
    static String cut(String text, int width) {
        var made = of(text);
        return made.length() <= width ? made : made.substring(0, width - CUT.length()) + CUT;
    }

    private static boolean isShared(int one) {
        return one < SHARED.length && SHARED[one];
    }

    /** Both pages hold Latin-1, and nothing else. */
    private static boolean[] shared() {
        var shared = new boolean[256];
        var encoders = new CharsetEncoder[] {CP037.newEncoder(), CP1047.newEncoder()};
        for (var one = 0; one < shared.length; one++) {
            var text = Character.toString(one);
            shared[one] = !Character.isISOControl(one)
                    && Character.getType(one) != Character.FORMAT
                    && encoders[0].canEncode((char) one)
                    && encoders[1].canEncode((char) one)
                    && Arrays.equals(text.getBytes(CP037), text.getBytes(CP1047));
        }
        return shared;
    }
}
