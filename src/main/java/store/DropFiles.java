package store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.HubClock;

/** How far each file of a drop folder was read. */
@Repository
public class DropFiles {

    private final JdbcClient db;
    private final HubClock clock;

    public DropFiles(JdbcClient db, HubClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A file's place.
     *
     * @param id what makes this file this one
     * @param target what the hub calls it when it moves it away
     * @param reports how many of its reports were read
     * @param refused how many of these were refused
     * @param faultsSize bytes of its {@code .faults} file that belong to them
     * @param finished whether it was read to its end
     */
    public record Place(String id, String target, long reports, long refused, long faultsSize, boolean finished) {

        /** The place after some more reports. */
        public Place after(long more, long moreRefused, long newFaultsSize) {
            return new Place(id, target, reports + more, refused + moreRefused, newFaultsSize, finished);
        }

        /** The same, read to the end. */
        public Place end() {
            return new Place(id, target, reports, refused, faultsSize, true);
        }
    }

    /**
     * The place that is kept of this file; at its beginning when it is seen for the first time.
     *
     * @param target its new name if it is seen for the first time
     */
    public Place of(String id, String target) {
        var now = Sql.at(clock.instant());
        db.sql(
                        """
                        insert into drop_files (id, target, reports, refused, faults_size, finished, begun_at, changed_at)
                        select :id, :target, 0, 0, 0, false, :now, :now
                        where not exists (select 1 from drop_files where id = :id)
                        """)
                .param("id", id)
                .param("target", target)
                .param("now", now)
                .update();
        return db.sql("select * from drop_files where id = :id")
                .param("id", id)
                .query((row, n) -> new Place(
                        row.getString("id"),
                        row.getString("target"),
                        row.getLong("reports"),
                        row.getLong("refused"),
                        row.getLong("faults_size"),
                        row.getBoolean("finished")))
                .single();
    }

    /** Keeps how far a file was read. */
    public void keep(Place place) {
        db.sql(
                        """
                        update drop_files set reports = :reports, refused = :refused, faults_size = :size,
                            finished = :finished, changed_at = :now
                        where id = :id
                        """)
                .param("reports", place.reports())
                .param("refused", place.refused())
                .param("size", place.faultsSize())
                .param("finished", place.finished())
                .param("now", Sql.at(clock.instant()))
                .param("id", place.id())
                .update();
    }
}
