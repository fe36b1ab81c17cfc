package routes.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import mapping.Fault;
import mapping.FaultCode;
import mapping.FiledReport;
import mapping.Refused;
import mapping.ReportFile;
import outage.FieldReport;
import store.DropFiles.Place;

/** The reports of one file, in batches. Held by one thread, and only while the file is read. */
final class DropFile implements Iterator<DropBatch>, Closeable {

    private final Stamp stamp;
    private final ReportFile reports;
    private final Function<FiledReport, FieldReport> contract;
    private final int batch;
    private Place place;

    /**
     * Passes over what was read before.
     *
     * @param stamp the file as it was when it was opened; null when nobody cares whether it changes
     * @param place how far it was read before
     * @param contract makes a report of what was read, or refuses it
     * @param batch how many reports at once
     */
    DropFile(Stamp stamp, ReportFile reports, Place place, Function<FiledReport, FieldReport> contract, int batch) {
        this.stamp = stamp;
        this.reports = reports;
        this.place = place;
        this.contract = contract;
        this.batch = batch;
        for (var i = 0L; i < place.reports() && reports.hasNext(); i++) {
            reports.next();
        }
    }

    /**
     * What makes a file this one, and tells whether somebody wrote to it since.
     *
     * @param modified in milliseconds since 1970
     */
    record Stamp(Path path, long size, long modified) {

        static Stamp of(Path path) throws IOException {
            var now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(path, now.size(), now.lastModifiedTime().toMillis());
        }
    }

    /** Whether the file is still as it was when it was opened. */
    boolean isUnchanged() throws IOException {
        return stamp == null || stamp.equals(Stamp.of(stamp.path()));
    }

    Place place() {
        return place;
    }

    void reached(Place next) {
        place = next;
    }

    @Override
    public boolean hasNext() {
        return reports.hasNext();
    }

    @Override
    public DropBatch next() {
        var taken = new ArrayList<FieldReport>();
        var refusals = new ArrayList<DropBatch.Refusal>();
        do {
            read(reports.next(), taken, refusals);
        } while (taken.size() + refusals.size() < batch && reports.hasNext());
        return new DropBatch(this, List.copyOf(taken), List.copyOf(refusals));
    }

    private void read(FiledReport found, List<FieldReport> taken, List<DropBatch.Refusal> refusals) {
        var faults = found.faults();
        if (faults.isEmpty()) {
            try {
                taken.add(contract.apply(found));
                return;
            } catch (Refused e) {
                faults = e.faults().stream().map(reports::named).toList();
            } catch (RuntimeException e) {
                // A fault of the hub spoils one report, not the file.
                faults = List.of(Fault.of(FaultCode.UNFORESEEN, ""));
            }
        }
        refusals.add(new DropBatch.Refusal(found.number(), found.line(), found.id(), found.came(), faults));
    }

    @Override
    public void close() throws IOException {
        reports.close();
    }
}
