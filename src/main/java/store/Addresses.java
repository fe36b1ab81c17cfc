package store;

import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import preferences.Channel;

/**
 * What is known of an address, whoever has it (rules.md §5): a STOP counts for every receiver that has the address, now or
 * later, and so does that nobody is reached there, each until that receiver opts in anew.
 */
@Repository
public class Addresses {

    private static final String MARK =
            """
            merge into addresses t using (values (cast(? as varchar(10)), cast(? as varchar(254)),
              cast(? as timestamp(6) with time zone), cast(? as varchar(100)),
              cast(? as timestamp(6) with time zone), cast(? as varchar(100))))
              s (channel, address, stopped_at, stopped_how, bad_since, bad_why)
            on (t.channel = s.channel and t.address = s.address)
            when matched then update set
              stopped_at = case when t.stopped_at >= s.stopped_at or s.stopped_at is null then t.stopped_at else s.stopped_at end,
              stopped_how = case when t.stopped_at >= s.stopped_at or s.stopped_at is null then t.stopped_how else s.stopped_how end,
              bad_since = case when t.bad_since >= s.bad_since or s.bad_since is null then t.bad_since else s.bad_since end,
              bad_why = case when t.bad_since >= s.bad_since or s.bad_since is null then t.bad_why else s.bad_why end
            when not matched then insert (channel, address, stopped_at, stopped_how, bad_since, bad_why)
              values (s.channel, s.address, s.stopped_at, s.stopped_how, s.bad_since, s.bad_why)
            """;

    private final JdbcTemplate db;

    public Addresses(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Nothing more goes to this address.
     *
     * @param address E.164, or an e-mail address in lower case
     * @param how by which way the word came
     */
    public void stop(Channel channel, String address, Instant at, String how) {
        mark(row(channel, address, at, how, null, null));
    }

    /** The owner of the address takes a STOP back (START): earlier opt-ins hold again. */
    public void start(Channel channel, String address) {
        db.update(
                "update addresses set stopped_at = null, stopped_how = null where channel = ? and address = ?",
                channel.name(),
                address);
    }

    /**
     * Nobody is reached there.
     *
     * @param why a code, such as the provider's
     */
    public void bad(Channel channel, String address, Instant since, String why) {
        mark(row(channel, address, null, null, since, why));
    }

    private void mark(Object[] row) {
        try {
            db.update(MARK, row);
        } catch (DuplicateKeyException e) {
            // Somebody else was first to say something of this address; now there is a row to say it in.
            db.update(MARK, row);
        }
    }

    /** Says many things at once; the newest of each address counts. */
    void markAll(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            db.batchUpdate(MARK, rows);
        }
    }

    static Object[] row(
            Channel channel, String address, Instant stoppedAt, String stoppedHow, Instant badSince, String badWhy) {
        return new Object[] {channel.name(), address, Sql.at(stoppedAt), stoppedHow, Sql.at(badSince), badWhy};
    }
}
