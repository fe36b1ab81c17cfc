package lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges what CSS and WMS received while hubs were killed. CSS drops repeats by the records' id; WMS knows no ids of ours, so
 * whatever SAP committed counts.
 */
final class BackOfficeChecker {

    /** The job's name stands in the long text of what was created for it. */
    private static final Pattern JOB = Pattern.compile("(?:TEXT_LINE|TDLINE)=\"Job ([^\"]+)\"");

    private final Evidence evidence;
    private final OmsWord word;

    BackOfficeChecker(Evidence evidence, OmsWord word) {
        this.evidence = evidence;
        this.word = word;
    }

    /**
     * What is missing, a sentence each.
     *
     * @param atCrm the newest release of each outage at CRM
     */
    List<String> missing(Map<String, Long> atCrm) {
        var missing = new ArrayList<String>();
        var atCss = new HashMap<String, Long>();
        evidence.css().stream()
                .map(receipt -> CssNote.of(receipt.body()))
                .forEach(note -> atCss.merge(note.outage(), note.release(), Math::max));
        atCrm.forEach((outage, release) -> {
            if (!release.equals(atCss.get(outage))) {
                missing.add("outage " + outage + ": CRM has release " + release + ", CSS " + atCss.get(outage));
            }
        });
        var created = jobsCreated();
        for (var report : evidence.reports()) {
            if (!word.refused().contains(report.id()) && !created.contains(report.job())) {
                missing.add("job " + report.job() + " of report " + report.id() + " was never made at WMS");
            }
        }
        for (var order : evidence.orders()) {
            if (!created.contains(order.job())) {
                missing.add("trouble order " + order.id() + " was never made at WMS");
            }
        }
        return missing;
    }

    /** What had an effect twice, or came in the wrong order, a sentence each. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        css(faults);
        wms(faults);
        return faults;
    }

    /** How often CSS got a message that it had. */
    int repeatsAtCss() {
        var ids = new HashSet<String>();
        return (int) evidence.css().stream()
                .filter(receipt -> !ids.add(CssNote.of(receipt.body()).id()))
                .count();
    }

    private void css(List<String> faults) {
        var ids = new HashSet<String>();
        var last = new HashMap<String, Long>();
        for (var receipt : evidence.css()) {
            var note = CssNote.of(receipt.body());
            if (!ids.add(note.id())) {
                continue;
            }
            var before = last.put(note.outage(), note.release());
            if (before != null && before >= note.release()) {
                faults.add("CSS, outage " + note.outage() + ": release " + note.release() + " came after " + before);
            }
        }
    }

    private void wms(List<String> faults) {
        var jobs = new HashSet<String>();
        var effects = new HashSet<String>();
        var last = new HashMap<String, Long>();
        for (var receipt : evidence.wms()) {
            var job = job(receipt);
            if (job != null && !jobs.add(job)) {
                faults.add("WMS, job " + job + " was made twice");
            }
            var reference = receipt.headers().getOrDefault("reference", "");
            if (!effects.add(receipt.headers().get("function") + " " + reference)) {
                faults.add("WMS, " + receipt.headers().get("function") + " of " + reference + " had an effect twice");
            }
            var cut = reference.indexOf('/');
            if (cut > 0) {
                var release = Long.parseLong(reference.substring(cut + 1));
                var before = last.merge(reference.substring(0, cut), release, Math::max);
                if (before > release) {
                    faults.add("WMS, " + reference + " came after state " + before);
                }
            }
        }
    }

    private Set<String> jobsCreated() {
        var jobs = new HashSet<String>();
        evidence.wms().forEach(receipt -> jobs.add(job(receipt)));
        return jobs;
    }

    /** The job that a receipt created something for; null for what changed it later. */
    private static String job(Receipt receipt) {
        var found = JOB.matcher(receipt.body());
        return "created".equals(receipt.headers().get("effect")) && found.find() ? found.group(1) : null;
    }
}
