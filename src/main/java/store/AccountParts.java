package store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.NoticeType;
import preferences.OptIn;
import preferences.Premise;
import preferences.QuietHours;
import preferences.Receiver;

/** What belongs to accounts, read for many of them at once: a query for each kind, whatever their number. */
final class AccountParts {

    private final JdbcClient db;

    AccountParts(JdbcClient db) {
        this.db = db;
    }

    /** A part, and to whom it belongs. */
    private record Of<T>(String owner, T part) {}

    /** The accounts' premises by account, as far as the condition on {@code p} holds; a premise without meter too. */
    Map<String, List<Premise>> premises(List<String> accounts, String condition, Map<String, Object> params) {
        return byOwner(db.sql(
                        """
                        select p.account, p.premise, p.display, f.feeder,
                          (select min(n.meter) from meters n where n.premise = p.premise) as meter
                        from premises p left join transformers f on f.transformer = p.transformer
                        where p.account in (:accounts) and %s order by p.premise
                        """
                                .formatted(condition))
                .param("accounts", accounts)
                .params(params)
                .query((row, n) -> new Of<>(row.getString("account"), premise(row)))
                .list());
    }

    /** The accounts' receivers by account, whole. */
    Map<String, List<Receiver>> receivers(List<String> accounts) {
        var contacts = contacts(accounts);
        var choices = choices(accounts);
        return byOwner(db.sql(
                        """
                        select account, receiver, role, language, zone from receivers
                        where account in (:accounts) order by receiver
                        """)
                .param("accounts", accounts)
                .query((row, n) -> {
                    var id = row.getString("receiver");
                    return new Of<>(
                            row.getString("account"),
                            new Receiver(
                                    id,
                                    Receiver.Role.valueOf(row.getString("role")),
                                    row.getString("language"),
                                    ZoneId.of(row.getString("zone")),
                                    contacts.getOrDefault(id, List.of()),
                                    choices.getOrDefault(id, List.of())));
                })
                .list());
    }

    private Map<String, List<Contact>> contacts(List<String> accounts) {
        return byOwner(db.sql(
                        """
                        select c.receiver, c.channel, c.address, c.opted_in_at, c.opted_in_how, d.stopped_at, d.bad_since
                        from receivers r join contacts c on c.receiver = r.receiver
                        left join addresses d on d.channel = c.channel and d.address = c.address
                        where r.account in (:accounts)
                        """)
                .param("accounts", accounts)
                .query((row, n) -> new Of<>(row.getString("receiver"), contact(row)))
                .list());
    }

    private Map<String, List<Choice>> choices(List<String> accounts) {
        return byOwner(db.sql(
                        """
                        select c.receiver, c.channel, c.types, c.quiet_from, c.quiet_until, c.most_per_outage, c.preference
                        from receivers r join choices c on c.receiver = r.receiver
                        where r.account in (:accounts)
                        """)
                .param("accounts", accounts)
                .query((row, n) -> new Of<>(row.getString("receiver"), choice(row)))
                .list());
    }

    private static <T> Map<String, List<T>> byOwner(List<Of<T>> parts) {
        return parts.stream().collect(groupingBy(Of::owner, mapping(Of::part, toList())));
    }

    private static Premise premise(ResultSet row) throws SQLException {
        return new Premise(
                row.getString("premise"), row.getString("meter"), row.getString("feeder"), row.getBoolean("display"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        var at = Sql.at(row, "opted_in_at");
        var optIn = at == null ? null : new OptIn(at, row.getString("opted_in_how"));
        return new Contact(
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                optIn,
                since(optIn, Sql.at(row, "stopped_at")),
                since(optIn, Sql.at(row, "bad_since")));
    }

    /** What is known of an address holds until a later opt-in of this receiver. */
    private static Instant since(OptIn optIn, Instant at) {
        return at == null || (optIn != null && at.isBefore(optIn.at())) ? null : at;
    }

    private static Choice choice(ResultSet row) throws SQLException {
        var types = row.getString("types");
        var from = row.getObject("quiet_from", LocalTime.class);
        return new Choice(
                Channel.valueOf(row.getString("channel")),
                types.isEmpty()
                        ? Set.of()
                        : Arrays.stream(types.split(" ", -1))
                                .map(NoticeType::valueOf)
                                .collect(Collectors.toSet()),
                from == null ? null : new QuietHours(from, row.getObject("quiet_until", LocalTime.class)),
                row.getObject("most_per_outage", Integer.class),
                row.getInt("preference"));
    }
}
