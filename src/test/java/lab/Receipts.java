package lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that one played neighbour received, oldest first; on disk too where a file is given. */
public final class Receipts {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Journal journal;

    private record Entry(String outage, Receipt receipt) {}

    /** Kept in memory only. */
    public Receipts() {
        this(null);
    }

    /** @param file gets a line for each receipt, on disk before the sender hears of it; null for none */
    public Receipts(Path file) {
        journal = file == null ? null : new Journal(file);
    }

    void add(String outage, Receipt receipt) {
        if (journal != null) {
            journal.append(receipt);
        }
        entries.add(new Entry(outage, receipt));
    }

    /** All of them. */
    public List<Receipt> all() {
        return of(null);
    }

    /** Those of one outage; null for all. */
    public List<Receipt> of(String outage) {
        var found = new ArrayList<Receipt>();
        for (var entry : entries) {
            if (outage == null || outage.equals(entry.outage())) {
                found.add(entry.receipt());
            }
        }
        return found;
    }

    void clear() {
        entries.clear();
    }
}
