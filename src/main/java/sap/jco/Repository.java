package sap.jco;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The functions and structures that the hub calls SAP by, read from data files when they are first asked for. */
final class Repository {

    private static final Set<String> PARTS = Set.of("import", "export", "tables", "exceptions");

    private final Map<String, FunctionMetadata> functions = new ConcurrentHashMap<>();
    private final Map<String, Structure> structures = new ConcurrentHashMap<>();

    /** @throws JCoException of the group FUNCTION_NOT_FOUND when there is no such function */
    FunctionMetadata function(String name) throws JCoException {
        var known = functions.get(name);
        if (known != null) {
            return known;
        }
        var file = MetadataFiles.read("functions", name)
                .orElseThrow(() -> new JCoException(
                        JCoException.JCO_ERROR_FUNCTION_NOT_FOUND,
                        "function " + name + " is not in the repository; add sap/functions/" + name + ".yaml"));
        var read = function(name, file);
        functions.put(name, read);
        return read;
    }

    private FunctionMetadata function(String name, Map<String, Object> file) {
        if (!PARTS.containsAll(file.keySet())) {
            throw new IllegalArgumentException("function " + name + " has parts other than " + PARTS);
        }
        var scalars = new HashMap<String, FieldType>();
        var imported = new HashMap<String, Structure>();
        part(file, "import").forEach((parameter, type) -> {
            if (isStructure(type)) {
                imported.put(parameter, structure(type));
            } else {
                scalars.put(parameter, FieldType.of(type));
            }
        });
        var tables = new HashMap<String, Structure>();
        part(file, "tables").forEach((table, type) -> tables.put(table, structure(type)));
        var exports = part(file, "export");
        exports.values().stream().filter(Repository::isStructure).forEach(this::structure);
        return new FunctionMetadata(name, scalars, imported, tables, exports.keySet(), keys(file.get("exceptions")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> part(Map<String, Object> file, String name) {
        return (Map<String, String>) file.getOrDefault(name, Map.of());
    }

    private static Set<String> keys(Object exceptions) {
        var keys = (Collection<?>) (exceptions == null ? List.of() : exceptions);
        return Set.copyOf(keys.stream().map(String::valueOf).toList());
    }

    private static boolean isStructure(String type) {
        return MetadataFiles.read("structures", type).isPresent();
    }

    private Structure structure(String name) {
        return structures.computeIfAbsent(name, Repository::readStructure);
    }

    private static Structure readStructure(String name) {
        var file = MetadataFiles.read("structures", name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "structure " + name + " is not in the repository; add sap/structures/" + name + ".yaml"));
        var fields = new LinkedHashMap<String, FieldType>();
        file.forEach((field, type) -> fields.put(field, FieldType.of(String.valueOf(type))));
        return new Structure(name, fields);
    }
}
