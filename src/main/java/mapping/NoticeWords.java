package mapping;

import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import notices.Wording;
import preferences.Channel;
import preferences.NoticeType;

/**
 * Says notices in plain words (FR 2–11, 48; rules.md §5): one template a channel, language and notice, such as
 * {@code sms/en/power-restored.ftl}. Safe for many threads.
 */
public final class NoticeWords {

    /** Where a channel has no words in a language, it speaks English. */
    private static final String FALLBACK = "en";

    private static final Map<String, Locale> LOCALES =
            Map.of("en", Locale.US, "es", Locale.forLanguageTag("es-US"), "zh-Hans", Locale.SIMPLIFIED_CHINESE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private final MappingFiles files;
    private final String utility;
    private final Configuration templates;
    private final Map<String, Properties> causes = new ConcurrentHashMap<>();

    /**
     * @param files where the templates and the tables of causes lie
     * @param utility by which name the utility speaks to its customers
     */
    public NoticeWords(MappingFiles files, String utility) {
        this.files = files;
        this.utility = utility;
        this.templates = templates(files);
    }

    private static Configuration templates(MappingFiles files) {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new MappingTemplates(files));
        configuration.setLocalizedLookup(false);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    /**
     * The words, the most important first; an e-mail's first line is its subject.
     *
     * @return lines without blanks around them; none is empty. They are not escaped for any form
     * @throws MappingException when the template is missing or stumbles
     */
    public List<String> lines(Channel channel, Wording wording) {
        var language = language(channel, wording.language());
        var template = template(channel, language, wording.type());
        var out = new StringWriter();
        try {
            var environment = template.createProcessingEnvironment(model(wording, language), out);
            environment.setLocale(LOCALES.get(language));
            environment.setTimeZone(TimeZone.getTimeZone(wording.zone()));
            environment.process();
        } catch (TemplateException e) {
            throw failed(template.getName() + " stumbled: " + e.getMessageWithoutStackTop(), e);
        } catch (IOException e) {
            throw failed(template.getName() + " cannot be read: " + e.getMessage(), e);
        }
        return out.toString()
                .lines()
                .map(line -> BLANKS.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The words in one line; Chinese sets no blanks between its sentences. */
    public String line(Channel channel, Wording wording) {
        return lines(channel, wording).stream().collect(Collectors.joining(between(wording.language())));
    }

    /**
     * What who asks for help by text is told, in one line; in English, for whose number it is is not looked up.
     *
     * @param phone the number that customers may call
     */
    public String help(String phone) {
        var out = new StringWriter();
        try {
            template("sms/" + FALLBACK + "/help.ftl").process(Map.of("utility", utility, "phone", phone), out);
        } catch (TemplateException | IOException e) {
            throw failed("sms/" + FALLBACK + "/help.ftl stumbled: " + e.getMessage(), e);
        }
        return BLANKS.matcher(out.toString()).replaceAll(" ").strip();
    }

    static String between(String language) {
        return language.startsWith("zh") ? "" : " ";
    }

    /** In which language this channel speaks to who wants that one. */
    public String language(Channel channel, String wanted) {
        return files.exists(folder(channel, wanted) + "/planned-advance.ftl") ? wanted : FALLBACK;
    }

    private Template template(Channel channel, String language, NoticeType type) {
        return template(folder(channel, language) + "/" + lower(type).replace('_', '-') + ".ftl");
    }

    private Template template(String name) {
        try {
            return templates.getTemplate(name);
        } catch (IOException e) {
            throw failed(name + " is missing or no FreeMarker template: " + e.getMessage(), e);
        }
    }

    private static String folder(Channel channel, String language) {
        return lower(channel) + "/" + language;
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static MappingException failed(String what, Exception cause) {
        return new MappingException(MappingException.Code.MAPPING_FAILED, what + "; mend the mapping", cause);
    }

    private Map<String, Object> model(Wording wording, String language) {
        var facts = wording.facts();
        var model = new HashMap<String, Object>();
        model.put("utility", utility);
        model.put("now", FreeMarkerDates.of(wording.now()));
        model.put("status", facts.status() == null ? null : facts.status().name());
        model.put(
                "magnitude",
                facts.magnitude() == null ? null : facts.magnitude().name());
        model.put("cause", facts.cause() == null ? null : causes(language).getProperty(facts.cause()));
        model.put("ert", FreeMarkerDates.of(facts.ertTold()));
        model.put("oldErt", FreeMarkerDates.of(facts.oldErtTold()));
        if (facts.planned() != null) {
            model.put("plannedStart", FreeMarkerDates.of(facts.planned().start()));
            model.put("plannedEnd", FreeMarkerDates.of(facts.planned().end()));
        }
        if (facts.oldPlanned() != null) {
            model.put("oldStart", FreeMarkerDates.of(facts.oldPlanned().start()));
            model.put("oldEnd", FreeMarkerDates.of(facts.oldPlanned().end()));
        }
        model.put("reason", ForeignText.clause(facts.reason()));
        model.put(
                "lastedMinutes", facts.lasted() == null ? null : facts.lasted().toMinutes());
        model.put("phone", facts.phone());
        model.put("text", ForeignText.whole(wording.text()));
        model.values().removeIf(value -> value == null);
        return model;
    }

    private Properties causes(String language) {
        return causes.computeIfAbsent(language, tag -> {
            var table = new Properties();
            try {
                table.load(new StringReader(files.text("oan/causes_" + tag + ".properties")));
            } catch (IOException e) {
                throw failed("the causes of " + tag + " cannot be read", e);
            }
            return table;
        });
    }
}
