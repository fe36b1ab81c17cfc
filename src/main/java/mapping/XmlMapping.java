package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A mapping written in FreeMarker; what it makes is XML, escaped by itself. */
final class XmlMapping implements Mapper {

    /** What XML 1.0 cannot hold, however it is written: shown as the sign for a character that was lost. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final String name;
    private final Ftl template;
    private final Function<String, List<Fault>> contract;

    /**
     * @param name of the mapping file, for messages
     * @param contract all faults of what was made
     * @throws MappingException when the text is no template
     */
    XmlMapping(String name, String ftl, Limits limits, Function<String, List<Fault>> contract) {
        this.name = name;
        this.template = new Ftl(name, ftl, configuration(), limits);
        this.contract = contract;
    }

    private static Configuration configuration() {
        var freemarker = new Configuration(Configuration.VERSION_2_3_33);
        freemarker.setLocale(Locale.ROOT);
        freemarker.setOutputFormat(XMLOutputFormat.INSTANCE);
        // Never with an exponent, as "computer" would have it: 1E-5 is no decimal of XML Schema.
        freemarker.setNumberFormat("0.##########");
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return freemarker;
    }

    @Override
    public String map(JsonNode canonical) {
        var made = apply(canonical);
        var faults = contract.apply(made);
        if (!faults.isEmpty()) {
            throw MappingException.contract(name, faults);
        }
        return made;
    }

    private String apply(JsonNode canonical) {
        return NO_XML.matcher(template.apply(Canonical.read(canonical, Map.class)))
                .replaceAll("\uFFFD");
    }
}
