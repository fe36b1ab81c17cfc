package hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The mappings as the jar has them, examples too. */
final class PackedMappings {

    private static final String ROOT = "/mappings/";

    private PackedMappings() {}

    /** Puts them into a folder, so that they can be listed and run like any other. */
    static void copyTo(Path folder) throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:mappings/**/*.*")) {
            if (file.isReadable()) {
                var address = file.getURL().toString();
                var target = folder.resolve(address.substring(address.lastIndexOf(ROOT) + ROOT.length()));
                Files.createDirectories(target.getParent());
                try (var in = file.getInputStream()) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
