package mapping;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.regex.Pattern;
import outage.Oan;
import outage.OanWords;
import outage.OutageFacts;

/** Says an OAN in plain words by the templates in {@code mappings/oan}, one a language. */
public final class PlainWords implements OanWords {

    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private final Map<String, Language> languages = new LinkedHashMap<>();

    private record Language(Ftl template, Properties causes) {}

    /**
     * @param files where the templates and cause tables lie
     * @param zone in which customers read times
     * @param limits of saying one note
     * @throws IllegalArgumentException when a template or a table is missing
     * @throws MappingException when one is broken
     */
    public PlainWords(MappingFiles files, ZoneId zone, Limits limits) {
        var configuration = configuration(zone);
        for (var tag : LANGUAGES) {
            languages.put(tag, language(files, configuration, limits, tag));
        }
    }

    @Override
    public Map<String, String> of(Oan oan) {
        var words = new LinkedHashMap<String, String>();
        languages.forEach((tag, language) -> words.put(tag, say(language, oan)));
        return words;
    }

    private static Configuration configuration(ZoneId zone) {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone(zone));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    private static Language language(MappingFiles files, Configuration configuration, Limits limits, String tag) {
        var template = "oan/" + tag + ".ftl";
        var table = "oan/causes_" + tag + ".properties";
        var texts = files.text(table);
        var causes = new Properties();
        try {
            causes.load(new StringReader(texts));
        } catch (IOException | IllegalArgumentException e) {
            throw MappingException.broken(Place.in(table), e.getMessage(), e);
        }
        return new Language(new Ftl(template, files.text(template), configuration, limits), causes);
    }

    private static String say(Language language, Oan oan) {
        var said = language.template().apply(model(oan, language.causes()));
        return BLANKS.matcher(said).replaceAll(" ").trim();
    }

    private static Map<String, Object> model(Oan oan, Properties causes) {
        var model = new HashMap<String, Object>();
        model.put("status", oan.status().name());
        model.put("planned", oan.kind() == OutageFacts.Kind.PLANNED);
        model.put("magnitude", oan.magnitude() == null ? null : oan.magnitude().name());
        model.put("customersAffected", oan.customersAffected());
        model.put("cause", oan.cause() == null ? null : causes.getProperty(oan.cause()));
        model.put("startedAt", date(oan.startedAt()));
        model.put("plannedStart", date(oan.plannedStart()));
        model.put("plannedEnd", date(oan.plannedEnd()));
        model.put("plannedReason", sentence(oan.plannedReason()));
        model.put("ert", date(roundedUp(oan.ert())));
        model.put("restoredAt", date(oan.restoredAt()));
        model.put("mergedInto", oan.mergedInto());
        model.put("phone", oan.phone());
        model.values().removeIf(value -> value == null);
        return model;
    }

    /** The text without the stop at its end, which is the template's to set; null for none. */
    private static String sentence(String text) {
        var bare = text == null ? "" : text.strip().replaceAll("[.\\s]+$", "");
        return bare.isEmpty() ? null : bare;
    }

    /** Nobody wants perfect estimates (BR): the next full quarter of an hour. */
    private static Instant roundedUp(Instant ert) {
        if (ert == null) {
            return null;
        }
        var seconds = ert.getEpochSecond() + (ert.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(-Math.floorDiv(-seconds, QUARTER) * QUARTER);
    }

    // FreeMarker formats java.util.Date, and nothing of java.time.
    private static Date date(Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
