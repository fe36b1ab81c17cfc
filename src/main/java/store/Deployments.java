package store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mapping.Canonical;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.Deployment.Kind;
import store.Deployment.Offer;
import store.Deployment.Refused;
import store.Deployment.Version;

/** What is deployed, with its last versions: one truth for every hub on this database. */
@Repository
public class Deployments {

    /** So many versions are kept of each, besides the one in force. */
    public static final int KEPT = 10;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;

    public Deployments(JdbcClient db, TransactionTemplate transaction, HubClock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a word of an operator. */
    public enum Change {
        DONE,
        /** There is no such deployment. */
        UNKNOWN,
        /** There is no such version, or not any more. */
        NO_SUCH_VERSION
    }

    /** All that was ever deployed or refused, by kind and name. */
    public List<Deployment> all() {
        return db.sql("select * from deployments order by kind, name")
                .query((row, n) -> deployment(row))
                .list();
    }

    /** The one of this name. */
    public Optional<Deployment> find(Kind kind, String name) {
        return of("select * from deployments where kind = :kind and name = :name", kind, name)
                .query((row, n) -> deployment(row))
                .optional();
    }

    /** Its versions that are kept, newest first. */
    public List<Version> versions(Kind kind, String name) {
        return of(
                        "select * from deployment_versions where kind = :kind and name = :name order by version desc",
                        kind,
                        name)
                .query((row, n) -> version(row))
                .list();
    }

    /** The files of a version, text by name; empty when it is not kept. */
    public Optional<Map<String, String>> files(Kind kind, String name, int version) {
        return of(
                        "select files from deployment_versions where kind = :kind and name = :name and version = :version",
                        kind,
                        name)
                .param("version", version)
                .query((row, n) -> files(row))
                .optional();
    }

    /** Whether these very files are a version that is kept. */
    public boolean knows(Offer offer) {
        return of(
                                "select count(*) from deployment_versions"
                                        + " where kind = :kind and name = :name and digest = :digest",
                                offer.kind(),
                                offer.name())
                        .param("digest", offer.digest())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether these very files are in force. */
    public boolean isInForce(Offer offer) {
        return of(
                                """
                        select count(*) from deployments d join deployment_versions v
                            on v.kind = d.kind and v.name = d.name and v.version = d.version
                        where d.kind = :kind and d.name = :name and v.digest = :digest
                        """,
                                offer.kind(),
                                offer.name())
                        .param("digest", offer.digest())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Takes an offer as the newest version and brings it into force; files that are in force stay the version that they are.
     *
     * @return the version that is in force now
     */
    public int deploy(Offer offer) {
        return locked(offer, newest -> {
            var current = find(offer.kind(), offer.name()).orElseThrow().version();
            var version = isInForce(offer) ? current : add(offer, newest + 1);
            of(
                            """
                            update deployments set version = :version, newest = greatest(newest, :version),
                                since = case when version = :version then since else :now end,
                                changed_by = case when version = :version then changed_by else :by end,
                                refused_digest = null, refused_code = null, refused_cause = null, refused_source = null, refused_at = null
                            where kind = :kind and name = :name
                            """,
                            offer.kind(),
                            offer.name())
                    .param("version", version)
                    .param("by", offer.by())
                    .param("now", Sql.at(clock.instant()))
                    .update();
            forgetOld(offer, version);
            return version;
        });
    }

    private int add(Offer offer, int version) {
        of(
                        """
                        insert into deployment_versions (kind, name, version, files, digest, source, hub, brought_by, brought_at)
                        values (:kind, :name, :version, :files, :digest, :source, :hub, :by, :now)
                        """,
                        offer.kind(),
                        offer.name())
                .param("version", version)
                .param("files", Canonical.write(new TreeMap<>(offer.files())))
                .param("digest", offer.digest())
                .param("source", offer.source())
                .param("hub", offer.hub())
                .param("by", offer.by())
                .param("now", Sql.at(clock.instant()))
                .update();
        return version;
    }

    private void forgetOld(Offer offer, int inForce) {
        of(
                        """
                        delete from deployment_versions where kind = :kind and name = :name and version <> :inForce
                            and version <= (select newest from deployments where kind = :kind and name = :name) - :kept
                        """,
                        offer.kind(),
                        offer.name())
                .param("inForce", inForce)
                .param("kept", KEPT)
                .update();
    }

    /** Keeps why an offer was not taken; what is in force stays. */
    public void refuse(Offer offer, String code, String cause) {
        locked(offer, newest -> of(
                        """
                        update deployments set refused_digest = :digest, refused_code = :code, refused_cause = :cause,
                            refused_source = :source, refused_at = :now
                        where kind = :kind and name = :name
                        """,
                        offer.kind(),
                        offer.name())
                .param("digest", offer.digest())
                .param("code", code)
                .param("cause", Sql.cut(cause))
                .param("source", offer.source())
                .param("now", Sql.at(clock.instant()))
                .update());
    }

    /**
     * Brings a version into force that was before.
     *
     * @param by who wants it
     */
    public Change rollback(Kind kind, String name, int version, String by) {
        if (find(kind, name).isEmpty()) {
            return Change.UNKNOWN;
        }
        // One statement: a version that is forgotten at the same moment does not come into force.
        var changed = of(
                        """
                        update deployments set version = :version, since = :now, changed_by = :by
                        where kind = :kind and name = :name and exists (select 1 from deployment_versions v
                            where v.kind = deployments.kind and v.name = deployments.name and v.version = :version)
                        """,
                        kind,
                        name)
                .param("version", version)
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .update();
        return changed == 0 ? Change.NO_SUCH_VERSION : Change.DONE;
    }

    /** Takes it out of force: what the hub brings along counts again. Its versions stay, so that one can be taken back. */
    public Change remove(Kind kind, String name, String by) {
        var changed = of(
                        """
                        update deployments set version = null, since = :now, changed_by = :by,
                            refused_digest = null, refused_code = null, refused_cause = null, refused_source = null, refused_at = null
                        where kind = :kind and name = :name
                        """,
                        kind,
                        name)
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .update();
        return changed == 0 ? Change.UNKNOWN : Change.DONE;
    }

    private interface Work<T> {
        T with(int newest);
    }

    /** Holds the deployment's row, so that two hubs that find a file at once give it one number after the other. */
    private <T> T locked(Offer offer, Work<T> work) {
        begin(offer);
        return transaction.execute(status -> work.with(of(
                        "select newest from deployments where kind = :kind and name = :name for update",
                        offer.kind(),
                        offer.name())
                .query(Integer.class)
                .single()));
    }

    private void begin(Offer offer) {
        try {
            of(
                            """
                            insert into deployments (kind, name, newest) select :kind, :name, 0
                            where not exists (select 1 from deployments where kind = :kind and name = :name)
                            """,
                            offer.kind(),
                            offer.name())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another hub was first; the row is there.
            return;
        }
    }

    private JdbcClient.StatementSpec of(String sql, Kind kind, String name) {
        return db.sql(sql).param("kind", kind.name()).param("name", name);
    }

    private static Deployment deployment(ResultSet row) throws SQLException {
        var code = row.getString("refused_code");
        return new Deployment(
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("version", Integer.class),
                Sql.at(row, "since"),
                row.getString("changed_by"),
                code == null
                        ? null
                        : new Refused(
                                code,
                                row.getString("refused_cause"),
                                row.getString("refused_source"),
                                Sql.at(row, "refused_at")));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                Sql.at(row, "brought_at"),
                row.getString("brought_by"),
                row.getString("source"),
                row.getString("hub"),
                List.copyOf(files(row).keySet()));
    }

    private static Map<String, String> files(ResultSet row) throws SQLException {
        return Canonical.read(row.getString("files"), new TypeReference<TreeMap<String, String>>() {});
    }
}
