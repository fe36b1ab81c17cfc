package routes.backoffice;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import store.DeadLetter.Step;
import store.Failure;
import store.Failure.Kind;

/**
 * What kind of failure it is when a file could not be written, here or by SFTP (rules.md §3). A full disk, a folder that is
 * missing or closed to us, a login or host key that is wrong have nothing to do with the message: they last until somebody mends
 * them, and then every message can go, in order. So they are tried without end, like a neighbour that is away.
 */
final class FileFailures {

    private FileFailures() {}

    static Failure of(String neighbour, GenericFileOperationFailedException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SftpException answered) {
                return sftp(neighbour, answered);
            }
            if (cause instanceof JSchException) {
                return Failures.noConnection(neighbour, cause);
            }
        }
        return notWritten(neighbour, root(thrown));
    }

    /** By the status codes of SFTP (draft-ietf-secsh-filexfer-02, section 7, and -13 for 14 and 15). */
    private static Failure sftp(String neighbour, SftpException answered) {
        return switch (answered.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE, ChannelSftp.SSH_FX_PERMISSION_DENIED, 14, 15 ->
                notWritten(neighbour, answered);
            case ChannelSftp.SSH_FX_NO_CONNECTION, ChannelSftp.SSH_FX_CONNECTION_LOST ->
                Failures.noConnection(neighbour, answered);
            case ChannelSftp.SSH_FX_FAILURE ->
                isBrokenLine(answered) ? Failures.noConnection(neighbour, answered) : failure(neighbour, answered);
            default ->
                new Failure(
                        Kind.REFUSED,
                        Step.DELIVER,
                        "UNFORESEEN",
                        neighbour + " refused the file: " + answered + "; find the reason, then replay");
        };
    }

    /** JSch says “failure” itself, with the cause, when the line breaks; the server says it for anything that it does not name. */
    private static boolean isBrokenLine(SftpException answered) {
        return answered.getCause() instanceof IOException || answered.getCause() instanceof JSchException;
    }

    private static Failure failure(String neighbour, SftpException answered) {
        return new Failure(
                Kind.BUSY,
                Step.DELIVER,
                "SFTP_FAILURE",
                neighbour + " could not take the file and does not say why: " + answered.getMessage());
    }

    private static Failure notWritten(String neighbour, Throwable cause) {
        return new Failure(
                Kind.UNREACHABLE,
                Step.DELIVER,
                "NOT_WRITTEN",
                "The file for " + neighbour + " could not be written: " + cause
                        + "; look at the folder, its owner, and the room on its disk");
    }

    private static Throwable root(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
