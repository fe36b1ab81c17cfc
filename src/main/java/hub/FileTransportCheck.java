package hub;

import org.springframework.stereotype.Component;
import routes.Reader;
import routes.ReaderGuard;

/**
 * Checks, before its route starts, that a reader that takes files gets them safely: under a temporary name first, or it would
 * read halves; and by SFTP only from a server whose key is known, or anybody could have what is for it (docs/transports.md).
 */
@Component
class FileTransportCheck implements ReaderGuard {

    /** @throws IllegalStateException naming the reader and what to add to its endpoint */
    @Override
    public void check(Reader reader) {
        check("the endpoint of " + reader.neighbour(), reader.to());
    }

    private static void check(String endpoint, String uri) {
        if (uri.startsWith("ftp")) {
            throw new IllegalStateException(endpoint + " is plain FTP, which anybody can read along: use sftp:");
        }
        if (uri.startsWith("file:") || uri.startsWith("sftp:")) {
            require(
                    endpoint,
                    uri,
                    uri.contains("tempPrefix=") || uri.contains("tempFileName="),
                    "tempPrefix=.writing-");
        }
        if (uri.startsWith("sftp:")) {
            require(endpoint, uri, uri.contains("strictHostKeyChecking=yes"), "strictHostKeyChecking=yes");
        }
    }

    private static void require(String endpoint, String uri, boolean given, String option) {
        if (!given) {
            throw new IllegalStateException(endpoint + " wants the option " + option + " after "
                    + uri.replaceFirst("\\?.*", "") + "; docs/transports.md says why");
        }
    }
}
