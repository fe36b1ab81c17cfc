package mapping;

import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;

/** Lets FreeMarker find templates, and those that they import, among the mappings. */
final class MappingTemplates implements TemplateLoader {

    private final MappingFiles files;

    MappingTemplates(MappingFiles files) {
        this.files = files;
    }

    @Override
    public Object findTemplateSource(String name) {
        return files.exists(name) ? name : null;
    }

    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader(files.text((String) source));
    }

    @Override
    public void closeTemplateSource(Object source) {
        // A name holds nothing open.
    }
}
