package mapping;

/**
 * Cells of a CSV that a spreadsheet would take for a formula and run: they get an apostrophe before them when they go out,
 * which is taken off when they come back.
 */
final class Formulas {

    private static final char GUARD = '\'';
    private static final String BEGIN = "=+-@\t\r\n" + GUARD;

    private Formulas() {}

    static String guarded(String cell) {
        return begins(cell, 0) ? GUARD + cell : cell;
    }

    static String bare(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && begins(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean begins(String cell, int at) {
        return cell.length() > at && BEGIN.indexOf(cell.charAt(at)) >= 0;
    }
}
