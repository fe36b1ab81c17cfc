package docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of docs/requirements.md, a row each. */
final class Requirements {

    /** The issues that are still to come; an OPEN row names the one that brings the rest. */
    static final List<String> COMING =
            List.of("The whole day of D11", "All four back offices", "Customers are told", "The operator's desk");

    private static final Pattern ID = Pattern.compile("(FR|NFR|BR) \\d+");
    private static final Pattern SCENARIO = Pattern.compile("`(scenarios/[a-z0-9-]+\\.yaml)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*)\\.([a-z]\\w*)`");

    private Requirements() {}

    /**
     * One requirement.
     *
     * @param id such as {@code FR 7}
     * @param proof the last column: names of tests and scenarios, or OPEN, or both
     */
    record Row(String id, String requirement, String answer, String proof) {

        /** The tests that the row names. */
        List<TestName> tests() {
            return TEST.matcher(proof)
                    .results()
                    .map(found -> new TestName(id, found.group(1), found.group(2)))
                    .toList();
        }

        /** The scenarios that the row names, under src/test/resources. */
        List<String> scenarios() {
            return SCENARIO.matcher(proof)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        boolean isProven() {
            return !tests().isEmpty() || !scenarios().isEmpty();
        }

        boolean isOpen() {
            return proof.contains("OPEN");
        }

        boolean namesTheComingIssue() {
            return COMING.stream().anyMatch(issue -> proof.contains("“" + issue + "”"));
        }
    }

    /** A test as a row names it. */
    record TestName(String row, String type, String method) {}

    /** All rows, as they stand. */
    static List<Row> rows(Path document) throws IOException {
        return rows(Files.readAllLines(document));
    }

    static List<Row> rows(List<String> lines) {
        return lines.stream()
                .map(line -> line.split("\\|", -1))
                .filter(cells ->
                        cells.length > 1 && ID.matcher(cells[1].strip()).matches())
                .map(Requirements::row)
                .toList();
    }

    private static Row row(String[] cells) {
        if (cells.length != 6) {
            throw new IllegalArgumentException("row " + cells[1].strip() + " has " + (cells.length - 2)
                    + " columns, not the four: id, requirement, answer, tests");
        }
        return new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
    }

    /** The ids that D11 has: 49 FR, 4 NFR, and its 12 business rules in the order of section 1.4. */
    static List<String> ids() {
        return Stream.of(numbered("FR", 49), numbered("NFR", 4), numbered("BR", 12))
                .flatMap(ids -> ids)
                .toList();
    }

    private static Stream<String> numbered(String kind, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> kind + " " + number);
    }
}
