package mapping;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How easy a text is to read, by the usual formulas. Numbers and clock times count as words of one syllable. */
final class Readability {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}:'-]+");
    private static final Pattern END = Pattern.compile("[.?!](?=\\s|$)");
    private static final Pattern ENGLISH = Pattern.compile("[aeiouy]+");

    private Readability() {}

    /** The grade at school in which English is understood (Flesch, Kincaid). */
    static double fleschKincaid(List<String> lines) {
        var count = count(lines, true);
        return 0.39 * count.words / count.sentences + 11.8 * count.syllables / count.words - 15.59;
    }

    /** How easy Spanish is, of 100 (Fernández Huerta). */
    static double fernandezHuerta(List<String> lines) {
        var count = count(lines, false);
        return 206.84 - 60.0 * count.syllables / count.words - 1.02 * count.words / count.sentences;
    }

    private record Count(double words, double syllables, double sentences) {}

    private static Count count(List<String> lines, boolean english) {
        double words = 0;
        double syllables = 0;
        double sentences = 0;
        for (var line : lines) {
            sentences += Math.max(1, END.matcher(line).results().count());
            for (var word :
                    WORD.matcher(line.toLowerCase(Locale.ROOT)).results().toList()) {
                words++;
                syllables += english ? english(word.group()) : spanish(word.group());
            }
        }
        return new Count(words, syllables, sentences);
    }

    private static long english(String word) {
        var groups = ENGLISH.matcher(word).results().count();
        var silent = word.endsWith("e") && !word.endsWith("le") && groups > 1 ? 1 : 0;
        return Math.max(1, groups - silent);
    }

    /** Vowels in a row are one syllable, save two strong ones and an accented weak one (hiatus). */
    private static long spanish(String word) {
        var syllables = 0;
        var before = ' ';
        for (var i = 0; i < word.length(); i++) {
            var letter = word.charAt(i);
            var strong = "aeoáéó".indexOf(letter) >= 0;
            var accented = "íú".indexOf(letter) >= 0;
            var weak = "iuü".indexOf(letter) >= 0;
            var joined = (weak && "aeoáéóiuü".indexOf(before) >= 0) || (strong && "iuü".indexOf(before) >= 0);
            if ((strong || accented || weak) && !joined) {
                syllables++;
            }
            before = letter;
        }
        return Math.max(1, syllables);
    }
}
