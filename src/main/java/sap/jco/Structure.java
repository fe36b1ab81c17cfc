package sap.jco;

import java.util.Map;

/**
 * Fields of a structure or of a table's rows.
 *
 * @param name as in SAP's dictionary
 * @param fields by name
 */
record Structure(String name, Map<String, FieldType> fields) {
    Structure {
        fields = Map.copyOf(fields);
    }
}
