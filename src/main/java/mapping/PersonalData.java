package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hides customers' data in whatever an operator is shown: by the field's name where a form of ours has such a field (CMS's
 * tasks and OMS's trouble orders name a customer, CSS's records name accounts), and by the look of it everywhere else: phone
 * numbers, e-mail addresses, street addresses. A name in free text looks like any other word and stays.
 */
public final class PersonalData {

    private static final String HIDDEN = "***";
    private static final String REGION = "US";
    /** No phone number has fewer. */
    private static final int FEWEST_DIGITS = 7;

    private static final Set<String> FIELDS = Set.of("customerName", "customerPhone");
    private static final String NAMES = "(?:" + String.join("|", FIELDS) + ")";
    /** In an answer's own tree: addresses of pages, and ids by which an operator goes on. */
    private static final Set<String> IDS = Set.of(
            "links",
            "report",
            "outage",
            "job",
            "message",
            "delivery",
            "request",
            "about",
            "id",
            "item",
            "batch",
            "group",
            "sample");

    private static final Pattern IN_JSON = Pattern.compile("(\"" + NAMES + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern IN_XML = Pattern.compile("(<(?:\\w++:)?" + NAMES + "(?:\\s[^>]*)?>)[^<]*+(<)");
    /** An account's record: its type, the message's id, its place in it; then the account, in forty columns. */
    private static final Pattern IN_CSS =
            Pattern.compile("(A[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}[0-9]{7})(.{1,40})");

    private static final Pattern E_MAIL = Pattern.compile("[\\w.+%'-]{1,64}@(?:[\\w-]{1,63}\\.){1,8}[A-Za-z]{2,24}");
    private static final Pattern STREET = Pattern.compile(
            "\\b\\d{1,6}\\s+(?:[A-Z][\\w'.-]{0,30}\\s+){1,4}"
                    + "(?i:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Terrace|Ter|Circle|Cir|Highway|Hwy)\\b\\.?");

    private final Optional<String> ours;

    /** @param ours the number that customers may call, which is no secret */
    public PersonalData(String ours) {
        this.ours = PhoneNumbers.e164(ours);
    }

    /** The text with customers' data hidden, as long as before where it was found by its look; null for null. */
    public String hidden(String text) {
        if (text == null) {
            return null;
        }
        var shown = IN_JSON.matcher(text).replaceAll("$1\"" + HIDDEN + "\"");
        shown = IN_XML.matcher(shown).replaceAll("$1" + HIDDEN + "$2");
        shown = IN_CSS.matcher(shown).replaceAll(found -> found.group(1) + stars(found.group(2)));
        if (shown.indexOf('@') >= 0) {
            shown = E_MAIL.matcher(shown).replaceAll(found -> stars(found.group()));
        }
        return phonesHidden(STREET.matcher(shown).replaceAll(found -> stars(found.group())));
    }

    /** The tree with customers' data hidden; it stays as it is itself. */
    public JsonNode hidden(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            var shown = object.objectNode();
            object.properties().forEach(field -> shown.set(field.getKey(), hidden(field.getKey(), field.getValue())));
            return shown;
        }
        if (tree instanceof ArrayNode array) {
            var shown = array.arrayNode();
            array.forEach(element -> shown.add(hidden(element)));
            return shown;
        }
        return tree instanceof TextNode text ? TextNode.valueOf(hidden(text.textValue())) : tree;
    }

    private JsonNode hidden(String field, JsonNode value) {
        if (IDS.contains(field)) {
            return value;
        }
        return FIELDS.contains(field) && value.isTextual() ? TextNode.valueOf(HIDDEN) : hidden(value);
    }

    private String phonesHidden(String text) {
        if (text.chars().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS) {
            return text;
        }
        var shown = new StringBuilder(text);
        PhoneNumberUtil.getInstance()
                .findNumbers(text, REGION, Leniency.VALID, Long.MAX_VALUE)
                .forEach(found -> {
                    if (!PhoneNumbers.e164(found.rawString()).equals(ours)) {
                        shown.replace(found.start(), found.end(), stars(found.rawString()));
                    }
                });
        return shown.toString();
    }

    private static String stars(String text) {
        return "*".repeat(text.length());
    }
}
