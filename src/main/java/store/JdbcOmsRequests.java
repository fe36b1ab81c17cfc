package store;

import static java.sql.Types.VARCHAR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.OmsAnswer;
import outage.OmsRequest;
import outage.OmsRequests;

/** Which outage each request to OMS was about, and when OMS answered. */
@Repository
public class JdbcOmsRequests implements OmsRequests {

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public JdbcOmsRequests(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    @Override
    public Optional<String> outageOf(String request) {
        return db.sql("select outage from oms_requests where request = :request")
                .param("request", request)
                .query(String.class)
                .optional();
    }

    /** Whether a request asked after {@code askedAt} was answered at or before {@code by}. */
    boolean answeredLater(Instant askedAt, Instant by) {
        return db.sql(
                        """
                        select exists (select 1 from oms_requests where asked_at > :asked and answered_at <= :by)
                        """)
                .param("asked", Sql.at(askedAt))
                .param("by", Sql.at(by))
                .query(Boolean.class)
                .single();
    }

    void asked(List<OmsRequest> requests, Instant now) {
        if (!requests.isEmpty()) {
            batches.batchUpdate(
                    "insert into oms_requests (request, outage, asked_at) values (?, ?, ?)",
                    requests.stream()
                            .map(request -> new Object[] {request.id(), request.outage(), Sql.at(now)})
                            .toList());
        }
    }

    /** Keeps OMS's first answer to a request. */
    void answered(OmsAnswer answer, Instant now) {
        db.sql(
                        """
                        update oms_requests set answered_at = :now, answer = :answer, result = :result, errors = :errors
                        where request = :request and answered_at is null
                        """)
                .param("now", Sql.at(now))
                .param("answer", answer.id())
                .param("result", answer.result().name())
                .param(
                        "errors",
                        answer.errors().isEmpty() ? null : Sql.cut(String.join("; ", answer.errors())),
                        VARCHAR)
                .param("request", answer.request())
                .update();
    }
}
