package mapping;

/**
 * Where in a mapping's files something is wrong.
 *
 * @param file relative to the mappings folder
 * @param line from 1; 0 when it is not known
 * @param column from 1; 0 when it is not known
 */
public record Place(String file, int line, int column) {

    static Place in(String file) {
        return new Place(file, 0, 0);
    }

    /** @param line null or less than 1: not known */
    static Place at(String file, Integer line, Integer column) {
        var known = line != null && line > 0;
        return new Place(file, known ? line : 0, known && column != null && column > 0 ? column : 0);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ", line " + line) + (column == 0 ? "" : ", column " + column);
    }
}
