package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mapping.Canonical;
import mapping.Mappers;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import store.Deployment;
import store.Deployment.Kind;
import store.Deployment.Version;
import store.Deployments;

/** Which mappings are in force on this hub, and where each of their files came from. */
@RestController
class MappingsController {

    private static final String PATH = "/api/operations/mappings";
    /** A folder that is named as its map: what goes to a neighbour. */
    private static final Pattern OUTBOUND = Pattern.compile(".*/mappings/([^/]+)/\\1\\.(jslt|ftl)");

    private final Mappers mappers;
    private final Deployments deployments;
    private final Set<String> packed;

    MappingsController(Mappers mappers, Deployments deployments) {
        this.mappers = mappers;
        this.deployments = deployments;
        this.packed = packed();
    }

    /**
     * A file of a mapping.
     *
     * @param from {@code jar}, or {@code deployed}
     * @param version of the deployment; null for the jar's
     * @param source where that lay; null for the jar's
     */
    record PartShown(String name, String from, Integer version, String source) {}

    /**
     * A mapping.
     *
     * @param contract whether what it makes is checked
     */
    record MappingShown(
            String neighbour, String form, boolean contract, List<PartShown> files, Map<String, String> links) {}

    @GetMapping(PATH)
    JsonNode all() {
        var names = new TreeSet<>(packed);
        names.addAll(mappers.exchanged());
        return Canonical.tree(Map.of("items", names.stream().map(this::shown).toList()));
    }

    private MappingShown shown(String neighbour) {
        var parts = mappers.inForce(neighbour);
        var version = parts.exchanged().isEmpty() ? Optional.<Version>empty() : version(neighbour);
        var files = parts.files().stream()
                .map(name -> parts.exchanged().contains(name)
                        ? new PartShown(
                                name,
                                "deployed",
                                version.map(Version::version).orElse(null),
                                version.map(Version::source).orElse(null))
                        : new PartShown(name, "jar", null, null))
                .toList();
        var links = new LinkedHashMap<String, String>();
        links.put("try", PATH + "/" + neighbour + "/try");
        version.ifPresent(one -> links.put("deployment", DeploymentsController.PATH + "/mappings/" + neighbour));
        return new MappingShown(neighbour, parts.form(), parts.hasContract(), files, links);
    }

    private Optional<Version> version(String neighbour) {
        var inForce = deployments.find(Kind.MAPPING, neighbour).map(Deployment::version);
        return deployments.versions(Kind.MAPPING, neighbour).stream()
                .filter(version ->
                        inForce.filter(number -> number == version.version()).isPresent())
                .findFirst();
    }

    private static Set<String> packed() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:/mappings/*/*.*");
            var names = new TreeSet<String>();
            for (var file : files) {
                var name = OUTBOUND.matcher(file.getURL().toString());
                if (name.matches()) {
                    names.add(name.group(1));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("the packed mappings cannot be listed", e);
        }
    }
}
