package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no example of a file can say. */
class ReportFileTest {

    /** Or a sender would be told to mend what only our disk could not read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CSV  | id,outage,job,jobKind,deviceTime",
                "CSV  | 'id,outage,job,jobKind,deviceTime\nR-1,\"'",
                "JSON | [",
                "JSON | '[{\"a\": [{\"b\"'",
                "XML  | <RequestMessage>",
                "XML  | <RequestMessage xmlns='http://iec.ch/TC57/2011/schema/message'><Header>"
            })
    void aDiskThatFailsIsNoFaultOfTheFile(ReportFile.Form form, String begins) throws IOException {
        var text = begins.replace("\\n", "\n");
        var in = new SequenceInputStream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk failed");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                });
        try (var file = ReportFile.open(form, in, new ReportContract(new MappingFiles(null), 1), 1000)) {
            assertThatThrownBy(file::hasNext).isInstanceOf(UncheckedIOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.csv, CSV", "a.b.Json, JSON", "x.XML, XML"})
    void theEndOfAFilesNameSaysItsForm(String name, ReportFile.Form form) {
        assertThat(ReportFile.Form.of(name)).isEqualTo(form);
    }
}
