package preferences;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The languages in which customers can be told, by their tags (BCP 47). */
public final class Languages {

    public static final List<String> ALL = List.of("en", "es", "zh-Hans");

    private Languages() {}

    /** Of these the one that fits: that of {@code es-MX} is {@code es}; English where none fits, or the tag is none. */
    public static String nearest(String tag) {
        try {
            return Objects.requireNonNullElse(Locale.lookupTag(Locale.LanguageRange.parse(tag), ALL), ALL.get(0));
        } catch (IllegalArgumentException e) {
            return ALL.get(0);
        }
    }
}
