package routes.deployments;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import store.Deployments;

/** Takes what is new in the folders, and follows what the database says; every second, and once before any route starts. */
@Component("deployer")
public class Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final List<Deployable> kinds;
    private final WatchedFolders folders;
    private final InForce inForce;
    private final Deployments deployments;
    private volatile List<Trouble> troubles = List.of();
    private boolean away;

    Deployer(List<Deployable> kinds, WatchedFolders folders, InForce inForce, Deployments deployments) {
        this.kinds = List.copyOf(kinds);
        this.folders = folders;
        this.inForce = inForce;
        this.deployments = deployments;
    }

    /** Before any route starts: what is deployed first, then what came into the folders while the hub was away. */
    public void begin() {
        inForce.follow(kinds);
        folders.look(kinds, true);
        see();
    }

    /** Looks once. While the database is away nothing changes. */
    public void look() {
        try {
            folders.look(kinds, false);
            inForce.follow(kinds);
            see();
            away = false;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                LOG.atWarn()
                        .addKeyValue("cause", e.getClass().getName())
                        .log("The database cannot be asked what is deployed; all stays as it is");
            }
            away = true;
        }
    }

    /** What was not deployed, as seen last. */
    public List<Trouble> troubles() {
        return troubles;
    }

    private void see() {
        troubles = Stream.concat(
                        inForce.troubles().stream(),
                        deployments.all().stream()
                                .filter(deployment -> deployment.refused() != null)
                                .map(deployment -> new Trouble(
                                        deployment.kind(),
                                        deployment.name(),
                                        deployment.refused().code(),
                                        deployment.refused().cause(),
                                        deployment.refused().at())))
                .toList();
    }
}
