package store;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import preferences.Account;
import preferences.CustomerGroup;
import preferences.Languages;
import preferences.Premise;
import preferences.Receiver;

/** Customers' accounts with their premises, receivers, contacts and choices; a list of any length in a handful of queries. */
@Repository
public class Accounts {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private final AccountParts parts;

    /** @param zone of an account whose own is not known */
    public Accounts(JdbcClient db, TransactionTemplate transaction, @Value("${hub.oan.zone}") ZoneId zone) {
        this.db = db;
        this.transaction = transaction;
        this.zone = zone;
        this.parts = new AccountParts(db);
    }

    /** What the extract of accounts says of one. */
    private record Customer(String account, CustomerGroup group, String language, ZoneId zone) {}

    /** The account; empty when no extract has it. */
    public Optional<Account> find(String account) {
        return all(List.of(account)).stream().findFirst();
    }

    /** Those of the accounts that the extract of accounts has, in the order of their ids. */
    public List<Account> all(List<String> accounts) {
        var known = accounts.isEmpty() ? List.<String>of() : known(accounts);
        if (known.isEmpty()) {
            return List.of();
        }
        var all = read(known, "1 = 1", Map.of());
        return known.stream().map(all::get).toList();
    }

    private List<String> known(List<String> accounts) {
        return db.sql("select account from accounts where account in (:accounts) order by account")
                .param("accounts", accounts)
                .query(String.class)
                .list();
    }

    /**
     * Some of the accounts that an outage affects (rules.md §4), with those of their premises that it touches; also an account
     * of which CIS has extracted only a premise. Read in batches by key, so that any number of them takes little memory.
     *
     * @param after the last account of the batch before; empty for the first batch
     * @param limit how many at most; fewer come only when there are no more
     */
    public List<Account> affectedBy(String outage, String after, int limit) {
        var touched = Touched.by(outage, db);
        var accounts = db.sql(touched.accounts() + " fetch first :limit rows only")
                .params(touched.params())
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
        if (accounts.isEmpty()) {
            return List.of();
        }
        var known = read(accounts, touched.premise(), touched.params());
        return accounts.stream().map(known::get).toList();
    }

    /**
     * These accounts as an outage affects them: with those of their premises that it touches, which may be none.
     *
     * @param outage null for all of their premises
     * @param accounts their ids; of one that nobody knows comes what is usual of a customer, and nothing that it names
     */
    public Map<String, Account> of(String outage, Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        var all = List.copyOf(accounts);
        if (outage == null) {
            return read(all, "1 = 1", Map.of());
        }
        var touched = Touched.premisesOf(outage, db);
        return read(all, touched.premise(), touched.params());
    }

    /**
     * Changes an account in one transaction, in which nobody else changes it.
     *
     * @param change is given the account as it is; what it throws takes all back
     * @return the account as it is then; empty when there is none
     */
    public Optional<Account> change(String account, Consumer<Account> change) {
        return transaction.execute(status -> lock(account).flatMap(this::find).flatMap(before -> {
            change.accept(before);
            return find(account);
        }));
    }

    private Optional<String> lock(String account) {
        return db.sql("select account from accounts where account = :account for update")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    /** All of these accounts by id; of one that only its premises name, what is usual of a customer. */
    private Map<String, Account> read(List<String> accounts, String premise, Map<String, Object> params) {
        var premises = parts.premises(accounts, premise, params);
        var receivers = parts.receivers(accounts);
        var customers = customers(accounts);
        return accounts.stream()
                .collect(toMap(
                        id -> id,
                        id -> account(
                                customers.getOrDefault(
                                        id, new Customer(id, CustomerGroup.RESIDENTIAL, Languages.ALL.get(0), zone)),
                                premises.getOrDefault(id, List.of()),
                                receivers.getOrDefault(id, List.of()))));
    }

    private static Account account(Customer customer, List<Premise> premises, List<Receiver> receivers) {
        return new Account(
                customer.account(), customer.group(), customer.language(), customer.zone(), premises, receivers);
    }

    private Map<String, Customer> customers(List<String> accounts) {
        return db
                .sql("select account, customer_group, language, zone from accounts where account in (:accounts)")
                .param("accounts", accounts)
                .query((row, n) -> customer(row))
                .list()
                .stream()
                .collect(toMap(Customer::account, customer -> customer));
    }

    private Customer customer(ResultSet row) throws SQLException {
        var own = row.getString("zone");
        return new Customer(
                row.getString("account"),
                CustomerGroup.valueOf(row.getString("customer_group")),
                Languages.nearest(row.getString("language")),
                own == null ? zone : ZoneId.of(own));
    }
}
