package routes.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import mapping.Fault;
import mapping.FaultCode;
import mapping.FiledReport;
import mapping.Kept;
import mapping.ReportContract;
import mapping.ReportFile;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.FieldReport;
import outage.HubClock;
import outage.Ids;
import store.DropFiles;
import store.DropFiles.Place;
import store.RefusedMessages;

/**
 * Reads CMS's files: opens one at its place, keeps what of each batch was refused and then the place, and says where the file
 * goes in the end. A crash between any two of these repeats a batch, whose reports are known by their ids.
 */
@Component
class CmsDrop {

    /** Its name among the dead letters. */
    static final String DOOR = "cms.files";

    private static final Logger LOG = LoggerFactory.getLogger(CmsDrop.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** So many refused reports of one file lie with the dead letters; the {@code .faults} file has all. */
    private static final int LETTERS = 100;

    private static final int LONGEST_NAME = 100;

    private final ReportContract contract;
    private final DropFolder folder;
    private final DropFiles places;
    private final RefusedMessages refused;
    private final HubClock clock;
    private final String hub;
    private final Path root;
    private final int maxChars;
    private final int batch;

    CmsDrop(
            ReportContract contract,
            DropFolder folder,
            DropFiles places,
            RefusedMessages refused,
            HubClock clock,
            @Value("${hub.id}") String hub,
            @Value("${hub.drop.cms}") Path root,
            @Value("${hub.intake.max-bytes}") int maxChars,
            @Value("${hub.intake.file-batch}") int batch) {
        this.contract = contract;
        this.folder = folder;
        this.places = places;
        this.refused = refused;
        this.clock = clock;
        this.hub = hub;
        this.root = root;
        this.maxChars = maxChars;
        this.batch = batch;
    }

    /** The file at its place; whoever takes its batches closes it. */
    public DropFile open(@Body File file) throws IOException {
        var path = file.toPath();
        var stamp = DropFile.Stamp.of(path);
        var name = String.valueOf(path.getFileName());
        var id = Ids.of(hub, DOOR, name, stamp.size() + " " + stamp.modified());
        var place = places.of(id, TIME.format(clock.instant()) + "-" + id.substring(0, 8) + "-" + harmless(name));
        if (folder.neverEnds(path)) {
            var never = ReportFile.refused(Fault.of(FaultCode.NEVER_ENDS, ""));
            return new DropFile(null, never, place, this::checked, batch);
        }
        return new DropFile(stamp, reports(path, name), place, this::checked, batch);
    }

    private ReportFile reports(Path path, String name) throws IOException {
        // If somebody put a link in its place meanwhile, it is not followed.
        var in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        return ReportFile.open(ReportFile.Form.of(name), in, contract, maxChars);
    }

    private FieldReport checked(FiledReport found) {
        return contract.one(found, new ReportContract.Receipt(FieldReport.Role.CREW, "file", clock.instant()));
    }

    private static String harmless(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    }

    /** Keeps what was refused of a batch whose good reports were sent, and then the file's place. */
    public void keep(DropBatch read) throws IOException {
        var file = read.file();
        var place = file.place();
        var lines = read.refusals().stream().map(DropBatch.Refusal::lines).collect(Collectors.joining());
        var size = faults(place).add(place.faultsSize(), lines);
        read.refusals().stream()
                .limit(Math.max(0, LETTERS - place.refused()))
                .forEach(refusal -> refused.keep(
                        DOOR,
                        place.id() + ":" + refusal.number(),
                        Kept.of(refusal.came()),
                        Kept.isWhole(refusal.came()),
                        refusal.faults()));
        var next = place.after(read.size(), read.refusals().size(), size);
        places.keep(next);
        file.reached(next);
    }

    /**
     * Ends a file that was read to its end.
     *
     * @return where it goes, from the folder that it came in by
     * @throws IOException when somebody wrote to it meanwhile: it is another file now, and will be read anew
     */
    public String settle(DropFile file) throws IOException {
        if (!file.isUnchanged()) {
            faults(file.place()).forget();
            throw new IOException("somebody wrote to it while it was read; it will be read again");
        }
        var place = file.place();
        if (place.refused() > 0) {
            var told = place.refused() + " of " + place.reports() + " reports were refused; the others went on";
            faults(place).finish(place.faultsSize(), told + ".\n");
            if (place.refused() > LETTERS) {
                var more =
                        new Fault(FaultCode.MORE_FAULTS, "", told + ": all of them in " + place.target() + ".faults");
                refused.keep(DOOR, place.id() + ":all", place.target(), false, List.of(more));
            }
        }
        places.keep(place.end());
        LOG.atInfo()
                .addKeyValue("file", place.target())
                .addKeyValue("reports", place.reports())
                .addKeyValue("refused", place.refused())
                .log("A file was read");
        return (place.refused() == 0 ? "../done/" : "../refused/") + place.target();
    }

    private FaultsFile faults(Place place) {
        return new FaultsFile(root.resolve("refused").resolve(place.target()));
    }
}
