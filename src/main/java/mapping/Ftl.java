package mapping;

import freemarker.core.ParseException;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;

/** One FreeMarker template, run within limits. */
final class Ftl {

    private final Template template;
    private final Limits limits;

    /**
     * @param name of the mapping file, for messages
     * @throws MappingException when the text is no template
     */
    Ftl(String name, String text, Configuration configuration, Limits limits) {
        this.limits = limits;
        try {
            this.template = new Template(name, text, configuration);
            // As FreeMarker's own online tester does it: a check in each loop and macro of whether the thread was
            // interrupted.
            _CoreAPI.addThreadInterruptedChecks(template);
        } catch (ParseException e) {
            throw MappingException.broken(
                    Place.at(name, e.getLineNumber(), e.getColumnNumber()), e.getEditorMessage(), e);
        } catch (IOException e) {
            throw MappingException.broken(Place.in(name), e.getMessage(), e);
        }
    }

    /**
     * What the template makes.
     *
     * @throws MappingException when it stumbles over this model, or takes more than it may
     */
    String apply(Object model) {
        return Run.within(limits, template.getName(), () -> run(model));
    }

    private String run(Object model) throws IOException {
        var out = new LimitedWriter(limits.maxChars());
        try {
            template.process(model, out);
            return out.toString();
        } catch (TemplateException e) {
            throw MappingException.failed(
                    Place.at(template.getName(), e.getLineNumber(), e.getColumnNumber()),
                    e.getMessageWithoutStackTop(),
                    e);
        }
    }
}
