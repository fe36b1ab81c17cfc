package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.MessageFormatException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import mapping.MappingException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jms.UncategorizedJmsException;
import org.springframework.transaction.CannotCreateTransactionException;
import sap.jco.AbapException;
import sap.jco.JCoException;
import store.DeadLetter.Step;
import store.Failure.Kind;

/** rules.md §3, three kinds of failure. */
class FailuresTest {

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureIsOfItsKind(Exception thrown, Kind kind, Step step, String code) {
        var failure = Failures.of("crm", thrown);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.cause()).isNotBlank();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new ConnectException("refused"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(new ConnectTimeoutException("slow"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(new UnknownHostException("crm"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(new NoRouteToHostException("crm"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(new SocketException("reset"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(wrapped(new IOException("broken")), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(http(408), Kind.UNREACHABLE, Step.DELIVER, "HTTP_408"),
                arguments(http(425), Kind.UNREACHABLE, Step.DELIVER, "HTTP_425"),
                arguments(http(429), Kind.UNREACHABLE, Step.DELIVER, "HTTP_429"),
                arguments(http(502), Kind.UNREACHABLE, Step.DELIVER, "HTTP_502"),
                arguments(http(503), Kind.UNREACHABLE, Step.DELIVER, "HTTP_503"),
                arguments(http(504), Kind.UNREACHABLE, Step.DELIVER, "HTTP_504"),
                arguments(new JMSException("closed"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(new JMSSecurityException("login"), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(
                        new UncategorizedJmsException(new JMSException("closed")),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NO_CONNECTION"),
                arguments(
                        new CannotGetJdbcConnectionException("away"), Kind.UNREACHABLE, Step.DELIVER, "DATABASE_AWAY"),
                arguments(
                        new CannotCreateTransactionException("away"), Kind.UNREACHABLE, Step.DELIVER, "DATABASE_AWAY"),
                arguments(new CannotAcquireLockException("wait"), Kind.UNREACHABLE, Step.DELIVER, "DATABASE_AWAY"),
                arguments(
                        written(new FileSystemException("out", null, "No space left on device")),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NOT_WRITTEN"),
                arguments(written(new AccessDeniedException("out")), Kind.UNREACHABLE, Step.DELIVER, "NOT_WRITTEN"),
                arguments(
                        written(new IOException("No space left on device")),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NOT_WRITTEN"),
                arguments(
                        new GenericFileOperationFailedException("Cannot rename file"),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NOT_WRITTEN"),
                arguments(written(new SftpException(2, "no such file")), Kind.UNREACHABLE, Step.DELIVER, "NOT_WRITTEN"),
                arguments(
                        written(new SftpException(3, "permission denied")),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NOT_WRITTEN"),
                arguments(written(new SftpException(14, "no space")), Kind.UNREACHABLE, Step.DELIVER, "NOT_WRITTEN"),
                arguments(written(new SftpException(15, "quota")), Kind.UNREACHABLE, Step.DELIVER, "NOT_WRITTEN"),
                arguments(written(new SftpException(6, "gone")), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(written(new SftpException(7, "lost")), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(
                        written(new SftpException(4, "broken", new IOException("Pipe closed"))),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NO_CONNECTION"),
                arguments(
                        written(new JSchException("reject HostKey")), Kind.UNREACHABLE, Step.DELIVER, "NO_CONNECTION"),
                arguments(
                        written(new JSchException("refused", new ConnectException())),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "NO_CONNECTION"),
                arguments(written(new SftpException(4, "failure")), Kind.BUSY, Step.DELIVER, "SFTP_FAILURE"),
                arguments(written(new SftpException(8, "unsupported")), Kind.REFUSED, Step.DELIVER, "UNFORESEEN"),
                arguments(http(500), Kind.BUSY, Step.DELIVER, "HTTP_500"),
                arguments(http(501), Kind.BUSY, Step.DELIVER, "HTTP_501"),
                arguments(http(599), Kind.BUSY, Step.DELIVER, "HTTP_599"),
                arguments(new SocketTimeoutException("read"), Kind.BUSY, Step.DELIVER, "NO_ANSWER"),
                arguments(new TimeoutException("read"), Kind.BUSY, Step.DELIVER, "NO_ANSWER"),
                arguments(http(302), Kind.REFUSED, Step.DELIVER, "HTTP_302"),
                arguments(http(400), Kind.REFUSED, Step.DELIVER, "HTTP_400"),
                arguments(http(401), Kind.REFUSED, Step.DELIVER, "HTTP_401"),
                arguments(http(404), Kind.REFUSED, Step.DELIVER, "HTTP_404"),
                arguments(http(422), Kind.REFUSED, Step.DELIVER, "HTTP_422"),
                arguments(
                        new MappingException(MappingException.Code.CONTRACT_BROKEN, "no", null),
                        Kind.REFUSED,
                        Step.MAP,
                        "CONTRACT_BROKEN"),
                arguments(
                        new MappingException(MappingException.Code.MAPPING_FAILED, "no", new IOException("inner")),
                        Kind.REFUSED,
                        Step.MAP,
                        "MAPPING_FAILED"),
                arguments(
                        new MappingException(MappingException.Code.MAPPING_TOO_DEEP, "no", new StackOverflowError()),
                        Kind.REFUSED,
                        Step.MAP,
                        "MAPPING_TOO_DEEP"),
                arguments(new Broken(false), Kind.UNREACHABLE, Step.DELIVER, "JCO_ERROR_COMMUNICATION"),
                arguments(new Broken(true), Kind.BUSY, Step.DELIVER, "JCO_ERROR_COMMUNICATION"),
                arguments(
                        sap(JCoException.JCO_ERROR_LOGON_FAILURE),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "JCO_ERROR_LOGON_FAILURE"),
                arguments(
                        sap(JCoException.JCO_ERROR_SYSTEM_FAILURE),
                        Kind.BUSY,
                        Step.DELIVER,
                        "JCO_ERROR_SYSTEM_FAILURE"),
                arguments(sap(JCoException.JCO_ERROR_RESOURCE), Kind.BUSY, Step.DELIVER, "JCO_ERROR_RESOURCE"),
                arguments(
                        new AbapException("TABLE_NOT_AVAILABLE", "no"),
                        Kind.REFUSED,
                        Step.DELIVER,
                        "JCO_ERROR_ABAP_EXCEPTION"),
                arguments(sap(JCoException.JCO_ERROR_CONVERSION), Kind.REFUSED, Step.DELIVER, "JCO_ERROR_CONVERSION"),
                arguments(
                        sap(JCoException.JCO_ERROR_FIELD_NOT_FOUND),
                        Kind.REFUSED,
                        Step.DELIVER,
                        "JCO_ERROR_FIELD_NOT_FOUND"),
                arguments(
                        sap(JCoException.JCO_ERROR_FUNCTION_NOT_FOUND),
                        Kind.REFUSED,
                        Step.DELIVER,
                        "JCO_ERROR_FUNCTION_NOT_FOUND"),
                arguments(sap(JCoException.JCO_ERROR_XML_PARSER), Kind.REFUSED, Step.DELIVER, "JCO_ERROR_XML_PARSER"),
                arguments(
                        new SapUnanswered(new Broken(false)),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "JCO_ERROR_COMMUNICATION"),
                arguments(
                        new SapUnanswered(sap(JCoException.JCO_ERROR_LOGON_FAILURE)),
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        "JCO_ERROR_LOGON_FAILURE"),
                arguments(
                        new SapRefused("IM_428", "Priority not allowed", false),
                        Kind.REFUSED,
                        Step.DELIVER,
                        "SAP_IM_428"),
                arguments(new SapRefused("IM_416", "locked by PLANNER", true), Kind.BUSY, Step.DELIVER, "SAP_IM_416"),
                arguments(new WaitsForNumber("work order WO-1", "TO-1"), Kind.BUSY, Step.MAP, "WAITS_FOR_NUMBER"),
                arguments(new MessageFormatException("no"), Kind.REFUSED, Step.DELIVER, "UNFORESEEN"),
                arguments(new DataIntegrityViolationException("no"), Kind.REFUSED, Step.DELIVER, "UNFORESEEN"),
                arguments(new NullPointerException(), Kind.REFUSED, Step.DELIVER, "UNFORESEEN"),
                arguments(new Unforeseen(), Kind.REFUSED, Step.DELIVER, "UNFORESEEN"));
    }

    private static final class Unforeseen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unforeseen() {
            super(new StackOverflowError());
        }
    }

    private static JCoException sap(int group) {
        return new JCoException(group, "no");
    }

    /** A call whose connection broke: before it was sent, or after. */
    private static final class Broken extends JCoException {
        private static final long serialVersionUID = 1L;

        Broken(boolean inDoubt) {
            super(JCO_ERROR_COMMUNICATION, "JCO_ERROR_COMMUNICATION", "broken", inDoubt, null);
        }
    }

    private static Exception written(Exception cause) {
        return new GenericFileOperationFailedException("Cannot store file", cause);
    }

    private static Exception wrapped(Exception cause) {
        return new CamelExecutionException("wrapped", null, cause);
    }

    private static HttpOperationFailedException http(int status) {
        return new HttpOperationFailedException("http://crm.example.com", status, null, null, Map.of(), "said why");
    }
}
