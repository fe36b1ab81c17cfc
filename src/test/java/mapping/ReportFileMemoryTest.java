package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of any size is read in little memory: here one of some 40 MB and one record without an end, in a heap of 24 MB. */
class ReportFileMemoryTest {

    private static final int REPORTS = 200_000;
    private static final String HEAP = "-Xmx24m";

    @ParameterizedTest
    @EnumSource
    void aLongFileIsReadInLittleMemory(ReportFile.Form form) throws Exception {
        var reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        form.name())
                .redirectErrorStream(true)
                .start();

        var said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said.lines().toList()).last().isEqualTo(REPORTS + " read, then TOO_LARGE");
    }

    /** Reads a file that is made while it is read. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] form) throws IOException {
            var contract = new ReportContract(new MappingFiles(null), 1);
            var read = 0;
            try (var file = ReportFile.open(
                    ReportFile.Form.valueOf(form[0]), endless(ReportFile.Form.valueOf(form[0])), contract, 100_000)) {
                var last = file.next();
                for (; file.hasNext(); last = file.next()) {
                    read++;
                }
                System.out.println(read + " read, then " + last.faults().get(0).code());
            }
        }

        private static InputStream endless(ReportFile.Form form) {
            var notes = "n".repeat(100);
            var parts =
                    switch (form) {
                        case CSV ->
                            List.of(
                                    "id,outage,job,jobKind,deviceTime,notes\n",
                                    "R-%d,O,T,WORK_ORDER,now," + notes + "\n",
                                    "R,O,T,WORK_ORDER,now,\"");
                        case JSON ->
                            List.of(
                                    "[{}",
                                    ",{\"id\":\"R-%d\",\"outage\":\"O\",\"deviceTime\":\"now\",\"notes\":\"" + notes
                                            + "\"}",
                                    ",{\"materials\":[1");
                        case XML ->
                            List.of(
                                    "<RequestMessage xmlns='http://iec.ch/TC57/2011/schema/message'><Header><Verb>create</Verb>"
                                            + "<Noun>FieldReports</Noun></Header><Payload>"
                                            + "<FieldReports xmlns='urn:outage-hub:cms:field-report:1'>",
                                    "<FieldReport><mRID>R-%d</mRID><comment>" + notes + "</comment></FieldReport>\n",
                                    "<FieldReport><mRID>");
                    };
            var first = form == ReportFile.Form.JSON ? 1 : 0;
            var reports = Stream.concat(
                    Stream.of(parts.get(0)),
                    Stream.concat(
                            IntStream.range(first, REPORTS).mapToObj(parts.get(1)::formatted),
                            Stream.concat(
                                    Stream.of(parts.get(2)),
                                    Stream.generate(() -> ",1".repeat(5_000)).limit(10_000))));
            return new Made(reports.iterator());
        }
    }

    /** Bytes that are made when they are asked for. */
    private static final class Made extends InputStream {

        private final Iterator<String> parts;
        private byte[] part = {};
        private int next;

        Made(Iterator<String> parts) {
            this.parts = parts;
        }

        @Override
        public int read() {
            return more() ? part[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!more()) {
                return -1;
            }
            var some = Math.min(length, part.length - next);
            System.arraycopy(part, next, into, offset, some);
            next += some;
            return some;
        }

        private boolean more() {
            while (next == part.length && parts.hasNext()) {
                part = parts.next().getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return next < part.length;
        }
    }
}
