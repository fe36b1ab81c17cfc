package hub;

import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Checks, before any route starts, that a reader that takes files gets them safely: under a temporary name first, or it would
 * read halves; and by SFTP only from a server whose key is known, or anybody could have what is for it (docs/transports.md).
 */
@Component
class FileTransportCheck implements SmartInitializingSingleton {

    private static final String READS = "oan-changes-";

    private final Map<String, String> endpoints;

    FileTransportCheck(HubProperties properties) {
        endpoints = properties.endpoints();
    }

    /** @throws IllegalStateException naming the setting and what to add to it */
    @Override
    public void afterSingletonsInstantiated() {
        endpoints.keySet().stream()
                .filter(name -> name.startsWith(READS))
                .map(name -> name.substring(READS.length()))
                .filter(endpoints::containsKey)
                .forEach(reader -> check("hub.endpoints." + reader, endpoints.get(reader)));
    }

    private static void check(String setting, String uri) {
        if (uri.startsWith("ftp")) {
            throw new IllegalStateException(setting + " is plain FTP, which anybody can read along: use sftp:");
        }
        if (uri.startsWith("file:") || uri.startsWith("sftp:")) {
            require(setting, uri, uri.contains("tempPrefix=") || uri.contains("tempFileName="), "tempPrefix=.writing-");
        }
        if (uri.startsWith("sftp:")) {
            require(setting, uri, uri.contains("strictHostKeyChecking=yes"), "strictHostKeyChecking=yes");
        }
    }

    private static void require(String setting, String uri, boolean given, String option) {
        if (!given) {
            throw new IllegalStateException(setting + " wants the option " + option + " after "
                    + uri.replaceFirst("\\?.*", "") + "; docs/transports.md says why");
        }
    }
}
