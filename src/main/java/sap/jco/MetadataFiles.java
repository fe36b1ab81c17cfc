package sap.jco;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The files under {@code sap/} in the class path, as maps. */
final class MetadataFiles {

    /** What a name of SAP's dictionary may have; so no name from a URI leaves the folder. A namespace's slashes are no part of a file's name. */
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private MetadataFiles() {}

    /** @param folder {@code functions} or {@code structures} */
    @SuppressWarnings("unchecked")
    static Optional<Map<String, Object>> read(String folder, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (var in = MetadataFiles.class.getResourceAsStream("/sap/" + folder + "/" + name + ".yaml")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of((Map<String, Object>) yaml().load(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("sap/" + folder + "/" + name + ".yaml cannot be read", e);
        }
    }

    private static Yaml yaml() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new TextsOnly());
    }

    /** A field of SAP's may be called NO or ON. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: everything is a text.
        }
    }
}
