package store;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import mapping.Fault;
import mapping.FaultCode;
import mapping.PreferenceLine;
import mapping.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import preferences.Contact;
import preferences.Languages;

/** Writes many lines of preferences in one transaction, with a handful of statements whatever their number. */
@Repository
public class PreferenceBatch {

    /** By which way a STOP came that a file tells of. */
    private static final String BY = "import";

    private static final String RECEIVER =
            """
            merge into receivers t using (values (cast(? as varchar(100)), cast(? as varchar(100)), cast(? as varchar(30)),
              cast(? as varchar(35)), cast(? as varchar(64)))) s (receiver, account, role, language, zone)
            on (t.receiver = s.receiver)
            when matched then update set role = s.role, language = s.language, zone = s.zone
            when not matched then insert (receiver, account, role, language, zone)
              values (s.receiver, s.account, s.role, s.language, s.zone)
            """;

    /** An opt-in of the same address is never lost and never made older by a file. */
    private static final String CONTACT =
            """
            merge into contacts t using (values (cast(? as varchar(100)), cast(? as varchar(10)), cast(? as varchar(254)),
              cast(? as timestamp(6) with time zone), cast(? as varchar(100))))
              s (receiver, channel, address, opted_in_at, opted_in_how)
            on (t.receiver = s.receiver and t.channel = s.channel)
            when matched then update set address = s.address,
              opted_in_at = case when t.address = s.address and (s.opted_in_at is null or t.opted_in_at > s.opted_in_at)
                then t.opted_in_at else s.opted_in_at end,
              opted_in_how = case when t.address = s.address and (s.opted_in_at is null or t.opted_in_at > s.opted_in_at)
                then t.opted_in_how else s.opted_in_how end
            when not matched then insert (receiver, channel, address, opted_in_at, opted_in_how)
              values (s.receiver, s.channel, s.address, s.opted_in_at, s.opted_in_how)
            """;

    private static final String CHOICE =
            """
            merge into choices t using (values (cast(? as varchar(100)), cast(? as varchar(10)), cast(? as varchar(400)),
              cast(? as time), cast(? as time), cast(? as integer), cast(? as integer)))
              s (receiver, channel, types, quiet_from, quiet_until, most_per_outage, preference)
            on (t.receiver = s.receiver and t.channel = s.channel)
            when matched then update set types = s.types, quiet_from = s.quiet_from, quiet_until = s.quiet_until,
              most_per_outage = s.most_per_outage, preference = s.preference
            when not matched then insert (receiver, channel, types, quiet_from, quiet_until, most_per_outage, preference)
              values (s.receiver, s.channel, s.types, s.quiet_from, s.quiet_until, s.most_per_outage, s.preference)
            """;

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Addresses addresses;
    private final ZoneId zone;

    /** @param zone of an account whose own is not known */
    public PreferenceBatch(
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Addresses addresses,
            @Value("${hub.oan.zone}") ZoneId zone) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
        this.transaction = transaction;
        this.addresses = addresses;
        this.zone = zone;
    }

    /** What a receiver is given that says nothing of its own. */
    private record Home(String account, String language, String zone) {}

    /** Which receiver, or channel of a receiver, a line is about: the last line of a batch counts. */
    private record Key(String receiver, String channel) {}

    /** Writes the lines, save those that are refused by what the database knows. */
    void write(List<PreferencesImport.Numbered> lines, BiConsumer<Long, Refused> refuse) {
        transaction.executeWithoutResult(status -> {
            var homes = lock(lines);
            var owners = owners(lines);
            var good = new LinkedHashMap<Key, PreferenceLine>();
            for (var numbered : lines) {
                var line = numbered.line();
                var fault = fault(line, homes, owners);
                if (fault == null) {
                    good.put(new Key(line.receiver(), Objects.toString(line.channel(), "")), line);
                } else {
                    refuse.accept(numbered.number(), new Refused(fault));
                }
            }
            write(List.copyOf(good.values()), homes);
        });
    }

    /** Nobody else changes these accounts meanwhile; always in the same order, so that two never wait for each other. */
    private Map<String, Home> lock(List<PreferencesImport.Numbered> lines) {
        return db
                .sql(
                        """
                        select account, language, zone from accounts where account in (:accounts)
                        order by account for update
                        """)
                .param(
                        "accounts",
                        lines.stream()
                                .map(line -> line.line().account())
                                .distinct()
                                .toList())
                .query((row, n) -> new Home(
                        row.getString("account"),
                        Languages.nearest(row.getString("language")),
                        Objects.requireNonNullElse(row.getString("zone"), zone.getId())))
                .list()
                .stream()
                .collect(toMap(Home::account, home -> home));
    }

    /** The account of each receiver that there is. */
    private Map<String, String> owners(List<PreferencesImport.Numbered> lines) {
        var owners = new HashMap<String, String>();
        db.sql("select receiver, account from receivers where receiver in (:receivers)")
                .param(
                        "receivers",
                        lines.stream()
                                .map(line -> line.line().receiver())
                                .distinct()
                                .toList())
                .query(row -> {
                    owners.put(row.getString("receiver"), row.getString("account"));
                });
        return owners;
    }

    private static Fault fault(PreferenceLine line, Map<String, Home> homes, Map<String, String> owners) {
        if (!homes.containsKey(line.account())) {
            return Fault.of(FaultCode.UNKNOWN_ACCOUNT, "account");
        }
        return line.account().equals(owners.computeIfAbsent(line.receiver(), receiver -> line.account()))
                ? null
                : Fault.of(FaultCode.OTHER_ACCOUNT, "receiver");
    }

    private void write(List<PreferenceLine> lines, Map<String, Home> homes) {
        var receivers = new LinkedHashMap<String, Object[]>();
        var contacts = new ArrayList<Object[]>();
        var choices = new ArrayList<Object[]>();
        var marks = new ArrayList<Object[]>();
        var noContact = new ArrayList<Object[]>();
        var noChoice = new ArrayList<Object[]>();
        for (var line : lines) {
            receivers.put(line.receiver(), receiver(line, homes.get(line.account())));
            if (line.channel() == null) {
                continue;
            }
            var key = new Object[] {line.receiver(), line.channel().name()};
            if (line.contact() == null) {
                noContact.add(key);
            } else {
                var contact = line.contact();
                contacts.add(Receivers.row(line.receiver(), contact));
                if (contact.stoppedAt() != null || contact.badSince() != null) {
                    marks.add(mark(contact));
                }
            }
            if (line.choice() == null) {
                noChoice.add(key);
            } else {
                choices.add(Receivers.row(line.receiver(), line.choice()));
            }
        }
        batch(RECEIVER, List.copyOf(receivers.values()));
        batch("delete from contacts where receiver = ? and channel = ?", noContact);
        batch("delete from choices where receiver = ? and channel = ?", noChoice);
        batch(CONTACT, contacts);
        batch(CHOICE, choices);
        addresses.markAll(marks);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }

    private static Object[] receiver(PreferenceLine line, Home home) {
        var wishes = line.wishes();
        return new Object[] {
            line.receiver(),
            line.account(),
            wishes.role().name(),
            wishes.language() == null ? home.language() : wishes.language(),
            wishes.zone() == null ? home.zone() : wishes.zone().getId()
        };
    }

    private static Object[] mark(Contact contact) {
        return Addresses.row(
                contact.channel(),
                contact.address(),
                contact.stoppedAt(),
                contact.stoppedAt() == null ? null : BY,
                contact.badSince(),
                contact.badSince() == null ? null : BY);
    }
}
