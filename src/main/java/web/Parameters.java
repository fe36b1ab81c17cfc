package web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import store.Page;

/** The parameters of a list's address, read strictly: a misspelt filter that is passed over would show too much. */
final class Parameters {

    private static final int ID_LENGTH = 100;
    private static final int PAGE_SIZE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;

    private final MultiValueMap<String, String> given;

    /**
     * @param given all parameters of the request
     * @param names those that there are, besides {@code page} and {@code size}
     * @throws ApiProblem for any other
     */
    Parameters(MultiValueMap<String, String> given, String... names) {
        this.given = given;
        var known = List.of(names);
        for (var name : given.keySet()) {
            if (!known.contains(name) && !name.equals("page") && !name.equals("size")) {
                throw ApiProblem.badParameter(
                        name, "There is no parameter of this name here; there are: " + known + ", page and size.");
            }
        }
    }

    /** The parameter's one value; null when it is not given. */
    String text(String name) {
        var values = given.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() != 1 || values.get(0) == null || values.get(0).isBlank()) {
            throw ApiProblem.badParameter(name, "Parameter " + name + " needs exactly one value.");
        }
        if (values.get(0).length() > ID_LENGTH) {
            throw ApiProblem.badParameter(name, "Parameter " + name + " is longer than " + ID_LENGTH + " characters.");
        }
        return values.get(0).strip();
    }

    /** The parameter's one value as an instant; null when it is not given. */
    Instant instant(String name) {
        var text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiProblem.badParameter(
                    name, "Parameter " + name + " is a time with a zone, such as 2026-11-23T08:00:00Z.");
        }
    }

    /** The parameter's one value; null when it is not given. */
    <E extends Enum<E>> E one(String name, Class<E> type) {
        var text = text(name);
        return text == null ? null : one(name, text, type);
    }

    /** The parameter's values, separated by commas or repeated; empty when it is not given. */
    <E extends Enum<E>> Set<E> oneOrMore(String name, Class<E> type) {
        var found = EnumSet.noneOf(type);
        for (var value : given.getOrDefault(name, List.of())) {
            for (var part : value.split(",", -1)) {
                found.add(one(name, part, type));
            }
        }
        return found;
    }

    /** Which page of the list is wanted: {@code page} from 0, {@code size} of at most 500. */
    Page page() {
        return new Page(number("page", 0, 0, LAST_PAGE), number("size", PAGE_SIZE, 1, LARGEST_PAGE));
    }

    private int number(String name, int otherwise, int least, int most) {
        var text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(name, least, most);
        }
        throw notANumber(name, least, most);
    }

    private static ApiProblem notANumber(String name, int least, int most) {
        return ApiProblem.badParameter(name, "Parameter " + name + " is a number from " + least + " to " + most + ".");
    }

    private static <E extends Enum<E>> E one(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.strip()))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badParameter(
                        name,
                        "Parameter " + name + " is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
