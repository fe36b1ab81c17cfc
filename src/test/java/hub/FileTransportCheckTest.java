package hub;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import routes.Reader;

class FileTransportCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "css-jms:queue:css.records",
                "file:drop/css/out?tempPrefix=.writing-",
                "sftp:hub@css.example.com/in?tempFileName=x&strictHostKeyChecking=yes&knownHostsFile=known_hosts"
            })
    void aSafeTransportIsTaken(String uri) {
        assertThatCode(() -> check(uri)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "file:drop/css/out, tempPrefix=",
        "sftp:hub@css.example.com/in?strictHostKeyChecking=yes, tempPrefix=",
        "sftp:hub@css.example.com/in?password=secret&tempPrefix=x, strictHostKeyChecking=yes",
        "ftp:hub@css.example.com/in?tempPrefix=x, use sftp:"
    })
    void anUnsafeOneStopsTheStartAndSaysWhatToAdd(String uri, String remedy) {
        assertThatThrownBy(() -> check(uri))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the endpoint of css")
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("secret");
    }

    private static void check(String uri) {
        new FileTransportCheck()
                .check(new Reader("css", "css", "jms:queue:oan.changes::css", "jms:topic:oan.changes::css", uri));
    }
}
