package store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;

/** Dead letters of CRM for tests: each as a refused delivery leaves it. */
public final class Letters {

    public static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public final DeadLetters letters;
    public final LetterBatches batches;
    public final JdbcClient db;
    public volatile Instant now = T0;

    private final TransactionTemplate transaction;
    private final HubClock clock;

    public Letters(javax.sql.DataSource tables) {
        db = JdbcClient.create(tables);
        transaction = new TransactionTemplate(new JdbcTransactionManager(tables));
        clock = new HubClock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public Instant real() {
                return now;
            }
        };
        letters = new DeadLetters(db);
        batches = new LetterBatches(db, transaction, clock);
    }

    public LetterTurns turns(String hub) {
        return new LetterTurns(db, transaction, clock, letters, hub);
    }

    /** A release that CRM refused: its letter's id. */
    public String refused(String outage, long number, String cause) {
        var parcel = parcel(outage, number, null);
        now = now.plusSeconds(1);
        deliveries().claim(parcel, "given", false, TIMEOUT);
        deliveries()
                .failed(
                        parcel,
                        "given",
                        "d",
                        "{}",
                        new Failure(Failure.Kind.REFUSED, DeadLetter.Step.DELIVER, "HTTP_422", cause));
        return Deliveries.letterId(parcel.message(), "crm", 1);
    }

    /** The release's replay comes, and CRM says yes, or that it refuses it. */
    public void arrives(String outage, long number, boolean accepted) {
        now = now.plusSeconds(1);
        var parcel = parcel(outage, number, 1);
        if (deliveries().claim(parcel, "replay", false, TIMEOUT).verdict() != Claim.Verdict.SEND) {
            return;
        }
        if (accepted) {
            deliveries().delivered(parcel, "replay", "d", "{}", "ok");
        } else {
            deliveries()
                    .failed(
                            parcel,
                            "replay",
                            "d",
                            "{}",
                            new Failure(Failure.Kind.REFUSED, DeadLetter.Step.DELIVER, "HTTP_422", "still refused"));
        }
    }

    /** A release that CRM took. */
    public void delivered(String outage, long number) {
        var parcel = parcel(outage, number, null);
        deliveries().claim(parcel, "given", false, TIMEOUT);
        deliveries().delivered(parcel, "given", "d", "{}", "ok");
    }

    /** One that a door refused: its letter's id. */
    public String atDoor(String place, boolean whole) {
        now = now.plusSeconds(1);
        var id = place + "-" + now.getEpochSecond();
        letters.keep(new DeadLetter(
                id,
                place,
                DeadLetter.Step.CHECK,
                "MISSING",
                "MISSING at /id: it must be there",
                null,
                null,
                1,
                now,
                "{}",
                null,
                Map.of(),
                whole));
        return id;
    }

    private Deliveries deliveries() {
        return new Deliveries(db, transaction, clock, letters, "hub-1");
    }

    private static Parcel parcel(String outage, long number, Integer replayOf) {
        return new Parcel("crm", outage + "-" + number, "Release", outage, outage, number, "{}", replayOf);
    }
}
