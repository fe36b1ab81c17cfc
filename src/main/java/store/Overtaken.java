package store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** States of a subject that a neighbour never got, since a newer one took their place. */
@Repository
public class Overtaken {

    private final JdbcClient db;

    public Overtaken(JdbcClient db) {
        this.db = db;
    }

    /**
     * The messages between the newest state that the neighbour had and the one that it has now, oldest first; without those
     * too long to be kept whole.
     *
     * @param parcel what it has now
     * @param had number of the newest state that it had before
     */
    public List<String> between(long had, Parcel parcel) {
        return db.sql(
                        """
                        select came from deliveries where neighbour = :neighbour and subject = :subject
                            and number > :had and number < :has and state in ('SUPERSEDED', 'PARKED') and char_length(came) < :whole
                        order by number
                        """)
                .param("neighbour", parcel.neighbour())
                .param("subject", parcel.subject())
                .param("had", had)
                .param("has", parcel.number())
                .param("whole", DeliveryRows.BODY)
                .query(String.class)
                .list();
    }
}
