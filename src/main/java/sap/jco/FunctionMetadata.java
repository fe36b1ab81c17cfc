package sap.jco;

import java.util.Map;
import java.util.Set;

/**
 * What a function takes.
 *
 * @param name of the function
 * @param scalars single values that it imports
 * @param structures that it imports
 * @param tables that it takes, gives back, or both
 * @param exports names of what it gives back
 * @param exceptions keys of the ABAP exceptions that it raises
 */
record FunctionMetadata(
        String name,
        Map<String, FieldType> scalars,
        Map<String, Structure> structures,
        Map<String, Structure> tables,
        Set<String> exports,
        Set<String> exceptions) {
    FunctionMetadata {
        scalars = Map.copyOf(scalars);
        structures = Map.copyOf(structures);
        tables = Map.copyOf(tables);
        exports = Set.copyOf(exports);
        exceptions = Set.copyOf(exceptions);
    }
}
