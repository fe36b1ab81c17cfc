package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import freemarker.cache.StringTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
    private final Template template;
    private final Function<String, List<Fault>> contract;

    /**
     * @param name of the mapping file, for messages
     * @param contract all faults of what was made
     */
    XmlMapping(String name, String ftl, Function<String, List<Fault>> contract) {
        this.name = name;
        this.template = compile(name, ftl);
        this.contract = contract;
    }

    private static Template compile(String name, String ftl) {
        var loader = new StringTemplateLoader();
        loader.putTemplate(name, ftl);
        var freemarker = new Configuration(Configuration.VERSION_2_3_33);
        freemarker.setTemplateLoader(loader);
        freemarker.setLocale(Locale.ROOT);
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setOutputFormat(XMLOutputFormat.INSTANCE);
        // Never with an exponent, as "computer" would have it: 1E-5 is no decimal of XML Schema.
        freemarker.setNumberFormat("0.##########");
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        try {
            return freemarker.getTemplate(name);
        } catch (IOException e) {
            throw new MappingException(
                    MappingException.Code.MAPPING_FAILED,
                    name + " is no FreeMarker template: " + e.getMessage() + "; mend the mapping",
                    e);
        }
    }

    @Override
    public String map(JsonNode canonical) {
        var made = apply(canonical);
        var faults = contract.apply(made);
        if (!faults.isEmpty()) {
            throw Mappers.broken(name, faults);
        }
        return made;
    }

    private String apply(JsonNode canonical) {
        var out = new StringWriter();
        try {
            template.process(Canonical.read(canonical, Map.class), out);
            return NO_XML.matcher(out.toString()).replaceAll("\uFFFD");
        } catch (TemplateException | IOException e) {
            throw new MappingException(
                    MappingException.Code.MAPPING_FAILED,
                    name + " stumbled: " + e.getMessage() + "; mend the mapping",
                    e);
        }
    }
}
