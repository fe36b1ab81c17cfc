package mapping;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text message as it is sent and counted: 160 characters of the GSM alphabet fill one segment, 153 where several are joined;
 * with one character outside it 70 and 67 (3GPP TS 23.038, 23.040).
 *
 * @param text in the GSM alphabet where the words allow
 * @param segments how many are sent, and paid for
 */
public record SmsText(String text, int segments) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes two places. */
    private static final String EXTENDED = "^{}\\[~]|€\f";

    /** What reads as well, where the alphabet does not have the character itself. */
    private static final Map<String, String> NEAREST = Map.ofEntries(
            Map.entry("á", "a"),
            Map.entry("í", "i"),
            Map.entry("ó", "o"),
            Map.entry("ú", "u"),
            Map.entry("Á", "A"),
            Map.entry("Í", "I"),
            Map.entry("Ó", "O"),
            Map.entry("Ú", "U"),
            Map.entry("’", "'"),
            Map.entry("‘", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("…", "..."));

    /** The message in as few segments as the words allow; a character that has nothing near it makes all of it UCS-2. */
    public static SmsText of(String words) {
        var near = words.codePoints()
                .mapToObj(Character::toString)
                .map(character -> NEAREST.getOrDefault(character, character))
                .collect(Collectors.joining());
        return isGsm(near) ? new SmsText(near, segments(septets(near), 160, 153)) : ucs2(words);
    }

    private static SmsText ucs2(String words) {
        return new SmsText(words, segments(words.length(), 70, 67));
    }

    private static boolean isGsm(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    private static int septets(String text) {
        return text.length()
                + (int) text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count();
    }

    private static int segments(int length, int alone, int joined) {
        return length <= alone ? 1 : (length + joined - 1) / joined;
    }
}
