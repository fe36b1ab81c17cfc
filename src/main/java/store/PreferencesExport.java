package store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mapping.PreferenceCsv;
import mapping.PreferenceRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All preferences as CSV, read in batches by key: any number of them in little memory, and no cursor is kept open. */
@Repository
public class PreferencesExport {

    private static final int BATCH = 1000;
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(PreferenceCsv.COLUMNS, CsvSchema.ColumnType.STRING)
            .build()
            .withHeader();

    private final JdbcClient db;
    private final Accounts accounts;

    public PreferencesExport(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** Writes what {@link PreferencesImport} takes back; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        try (var lines = CSV.writer(SCHEMA)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValues(out)) {
            var after = "";
            for (var names = batch(after); !names.isEmpty(); names = batch(after)) {
                for (var account : accounts.all(List.copyOf(names.keySet()))) {
                    for (var row : PreferenceRows.of(account, names.get(account.id()))) {
                        lines.write(row);
                    }
                    after = account.id();
                }
            }
        }
    }

    /** The names of the next accounts that have receivers. */
    private Map<String, String> batch(String after) {
        var names = new LinkedHashMap<String, String>();
        db.sql(
                        """
                        select a.account, a.name from accounts a where a.account > :after
                        and exists (select 1 from receivers r where r.account = a.account)
                        order by a.account fetch first :limit rows only
                        """)
                .param("after", after)
                .param("limit", BATCH)
                .query(row -> {
                    names.put(row.getString("account"), row.getString("name"));
                });
        return names;
    }
}
