package routes.backoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** CSS's SFTP server: a real one, with a host key, one user, and a folder; it writes down how each file got its name. */
final class SftpSite implements AutoCloseable {

    private final Path folder;
    private final SimpleGeneratorHostKeyProvider key;
    private final int port;
    private final List<String> renamed = new CopyOnWriteArrayList<>();
    private SshServer server;

    /** @param folder for the files, made here, and for the host key */
    SftpSite(Path folder, int port) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("site"));
        this.key = new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
        this.port = port;
    }

    void on() throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(key);
        server.setPasswordAuthenticator((user, password, session) -> "css".equals(user) && "lab-only".equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        var sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Renames());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    void off() throws IOException {
        server.stop(true);
    }

    /** A line of a known hosts file for this server. */
    String knownHost() {
        var line = PublicKeyEntry.toString(key.loadKeys(null).iterator().next().getPublic());
        return "[127.0.0.1]:" + port + " " + line + "\n";
    }

    /** The address with all that a careful operator sets. */
    String endpoint(Path knownHosts) {
        return "sftp:css@127.0.0.1:" + port + "/in?password=lab-only&tempPrefix=.writing-&strictHostKeyChecking=yes"
                + "&useUserKnownHostsFile=false&knownHostsFile=" + knownHosts
                + "&connectTimeout=3000&soTimeout=10000&maximumReconnectAttempts=0&eagerDeleteTargetFile=false";
    }

    List<Path> files() {
        var in = folder.resolve("in");
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (var files = Files.list(in)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From what name to what name, in order. */
    List<String> renamed() {
        return List.copyOf(renamed);
    }

    @Override
    public void close() throws IOException {
        off();
    }

    private final class Renames implements SftpEventListener {
        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            if (thrown == null) {
                renamed.add(from.getFileName() + " -> " + to.getFileName());
            }
        }
    }
}
