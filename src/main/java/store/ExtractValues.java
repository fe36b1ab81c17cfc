package store;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mapping.PhoneNumbers;
import preferences.CustomerGroup;

/** What may stand in those columns of an extract that are more than text. */
final class ExtractValues {

    private ExtractValues() {}

    /** What is wrong with the value, such as {@code no phone number that can exist}; empty when nothing is. */
    static Optional<String> fault(String column, String value) {
        var right =
                switch (column) {
                    case "phone" -> PhoneNumbers.e164(value).isPresent();
                    case "customer_group" ->
                        Arrays.stream(CustomerGroup.values())
                                .anyMatch(group -> group.name().equals(value));
                    case "language" ->
                        !Locale.forLanguageTag(value).getLanguage().isEmpty();
                    case "zone" -> ZoneId.getAvailableZoneIds().contains(value);
                    case "display" -> value.equals("true") || value.equals("false");
                    default -> true;
                };
        return right ? Optional.empty() : Optional.of(otherwise(column));
    }

    private static String otherwise(String column) {
        return switch (column) {
            case "phone" -> "no phone number that can exist";
            case "customer_group" -> "none of " + Arrays.toString(CustomerGroup.values());
            case "language" -> "no language tag (BCP 47)";
            case "zone" -> "no time zone that there is";
            default -> "neither true nor false";
        };
    }
}
