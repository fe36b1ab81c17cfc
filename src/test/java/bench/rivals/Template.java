package bench.rivals;

import java.util.ArrayList;
import java.util.List;

/** A text with gaps, made from a text in which certain words stood. */
final class Template {

    /** Text, or the number of the word that stands there. */
    private record Part(String text, int word) {}

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param text as it once was
     * @param words that stood in it, and for which others come
     */
    static Template of(String text, List<String> words) {
        var parts = new ArrayList<Part>();
        var begin = 0;
        for (var at = 0; at < text.length(); at++) {
            var word = wordAt(text, at, words);
            if (word >= 0) {
                parts.add(new Part(text.substring(begin, at), -1));
                parts.add(new Part(null, word));
                at += words.get(word).length() - 1;
                begin = at + 1;
            }
        }
        parts.add(new Part(text.substring(begin), -1));
        return new Template(parts);
    }

    private static int wordAt(String text, int at, List<String> words) {
        for (var i = 0; i < words.size(); i++) {
            if (text.startsWith(words.get(i), at)) {
                return i;
            }
        }
        return -1;
    }

    /** The text with other words, in the order of the first ones. */
    String with(String... words) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part.word() < 0 ? part.text() : words[part.word()]);
        }
        return text.toString();
    }
}
