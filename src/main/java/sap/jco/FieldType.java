package sap.jco;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * The ABAP type of a field.
 *
 * @param abap such as CHAR, NUMC, DATS, QUAN
 * @param length in characters or digits; 0 where the type says it
 * @param decimals of those digits, behind the point
 */
record FieldType(String abap, int length, int decimals) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+[14]?)(?:\\((\\d+)(?:,(\\d+))?\\))?");
    /** The forms of a date and time that camel-sap reads, with a zone or without. */
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{3})?)?)(?:[+-]\\d{4}|Z)?)?");

    private static final int BYTE = 255;

    /**
     * Reads {@code CHAR(40)}, {@code QUAN(13,3)}, {@code DATS}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static FieldType of(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("this is no ABAP type: " + text);
        }
        return new FieldType(found.group(1), number(found.group(2)), number(found.group(3)));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /**
     * Why the field does not take the value, without the value, which may be somebody's name; null when it does. What is
     * empty is initial, and always taken.
     */
    String fault(String value) {
        if (value.isEmpty()) {
            return null;
        }
        return switch (abap) {
            case "CHAR", "UNIT", "CUKY" -> tooLong(value, length);
            case "LANG" -> tooLong(value, 1);
            case "STRING" -> null;
            case "NUMC" -> value.chars().allMatch(FieldType::isDigit) ? tooLong(value, length) : "it is not all digits";
            case "DATS" -> date(value) == null ? "it is no date such as 2026-11-23T00:00:00.000" : null;
            case "TIMS" -> time(value) == null ? "it is no time such as 1970-01-01T14:30:00.000" : null;
            case "INT1" -> between(value, 0, BYTE);
            case "INT4" -> between(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "DEC", "QUAN", "CURR" -> decimal(value);
            default -> throw new IllegalArgumentException("nobody knows the ABAP type " + abap);
        };
    }

    private static String tooLong(String value, int most) {
        return value.length() <= most ? null : "it has " + value.length() + " characters of at most " + most;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static LocalDate date(String value) {
        var found = DATE_TIME.matcher(value);
        try {
            return found.matches() ? LocalDate.parse(found.group(1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String value) {
        var found = DATE_TIME.matcher(value);
        try {
            return found.matches() && found.group(2) != null && date(value) != null
                    ? LocalTime.parse(found.group(2))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String between(String value, int least, int most) {
        try {
            var number = Integer.parseInt(value);
            return number < least || number > most ? "it is not between " + least + " and " + most : null;
        } catch (NumberFormatException e) {
            return "it is no integer";
        }
    }

    private String decimal(String value) {
        try {
            var number = new BigDecimal(value).stripTrailingZeros();
            var behind = Math.max(0, number.scale());
            var before = Math.max(0, number.precision() - number.scale());
            return behind > decimals || before > length - decimals
                    ? "it has more than " + (length - decimals) + " digits before the point or " + decimals + " behind"
                    : null;
        } catch (NumberFormatException e) {
            return "it is no number";
        }
    }

    @Override
    public String toString() {
        return length == 0 ? abap : abap + "(" + length + (decimals == 0 ? "" : "," + decimals) + ")";
    }
}
