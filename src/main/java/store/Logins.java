package store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of the passwords that the hub made itself. */
@Repository
public class Logins {

    private final JdbcClient db;

    public Logins(JdbcClient db) {
        this.db = db;
    }

    /** The hash of this user's password; empty when none was made. */
    public Optional<String> hash(String name) {
        return db.sql("select hash from logins where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /**
     * Keeps a first hash.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another hub was faster
     */
    public void keep(String name, String hash, Instant at) {
        db.sql("insert into logins (name, hash, made_at) values (:name, :hash, :at)")
                .param("name", name)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
