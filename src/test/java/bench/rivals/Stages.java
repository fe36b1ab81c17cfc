package bench.rivals;

import java.time.Duration;
import java.util.List;

/** What each stage of the flow does with a message, whoever moves the messages. */
final class Stages {

    /** Sends to a JMS neighbour, in a transaction of its own. */
    interface Post {
        void send(String queue, String text, String correlation);
    }

    /** What is done with a message: the messages that follow. */
    interface Work {
        List<Letter> on(Letter came);
    }

    /**
     * One stage.
     *
     * @param from the queue it reads
     * @param consumers how many messages at once
     * @param apart whether what follows is one transaction and the acknowledgement another, as between two brokers
     * @param work what it does
     */
    record Stage(String from, int consumers, boolean apart, Work work) {}

    private final Sample sample;
    private final ThreadLocal<Ledger> ledgers;
    private final Calls calls;
    private final Post post;
    private final List<Sample.Call> sapCalls;
    private final Deciding deciding;
    private final Delivering delivering;
    private final Planning planning;
    private final Duration patience;

    Stages(Rival rival, Post post) {
        this.sample = rival.sample();
        this.ledgers = ThreadLocal.withInitial(rival::ledger);
        this.calls = rival.calls();
        this.post = post;
        this.sapCalls = sample.calls();
        this.deciding = new Deciding(sample);
        this.delivering = new Delivering(sample);
        this.planning = new Planning(sample);
        this.patience = rival.patience();
    }

    /** All stages, with as many consumers as the hub has. */
    List<Stage> all(int deciders, int deliverers) {
        return List.of(
                new Stage("cms.reports", 1, false, this::taken),
                new Stage("outage.reports", deciders, false, this::decided),
                new Stage("oms.changes", deliverers, false, this::askOms),
                new Stage("oms.replies", 1, true, this::answered),
                new Stage("oan.changes::crm", deliverers, false, this::tellCrm),
                new Stage("oan.changes::css", deliverers, false, this::tellCss),
                new Stage("oan.changes::wms", deliverers, false, this::split),
                new Stage("oan.changes::notices", deliverers, false, this::plan),
                new Stage("wms.changes", deliverers, false, this::tellWms));
    }

    private List<Letter> taken(Letter came) {
        var ids = Ids.of(
                Texts.between(came.text(), "\"outage\": \"", "\""), Texts.between(came.text(), "\"id\": \"", "\""));
        return List.of(
                new Letter("outage.reports", "FieldReport", ids, sample.text("report", ids)),
                new Letter("cms.acks", "Ack", ids, sample.text("ack", ids)));
    }

    private List<Letter> decided(Letter came) {
        var ids = came.ids();
        return switch (came.type()) {
            case "FieldReport" -> {
                deciding.report(ledgers.get(), came);
                yield List.of(
                        new Letter("oms.changes", "OmsRequest", ids, sample.text("oms.came", ids)),
                        new Letter("outage.reports", "Alarm", ids, sample.text("alarm", ids)).after(patience));
            }
            case "OmsAnswer" -> {
                var release = deciding.answer(ledgers.get(), came);
                yield List.of(
                        new Letter("oan.changes", "Release", ids, sample.text("crm.came", ids)).numbered(release));
            }
            default -> List.of();
        };
    }

    private List<Letter> askOms(Letter came) {
        var claim = delivering.claim(ledgers.get(), "oms", came);
        var text = sample.text("oms.sent", came.ids());
        post.send("oms.requests", text, came.ids().request());
        delivering.delivered(ledgers.get(), claim, text);
        return List.of();
    }

    private List<Letter> answered(Letter came) {
        var request = Texts.between(came.text(), "<CorrelationID>", "</CorrelationID>");
        var outage = ledgers.get()
                .find("select outage from oms_requests where request = ?", request)
                .orElseThrow();
        var report = ledgers.get()
                .find(
                        "select report from reports where outage = ? order by received_at desc fetch first 1 row only",
                        outage)
                .orElseThrow();
        ledgers.get().commit();
        var ids = new Ids(outage, report, request);
        return List.of(new Letter("outage.reports", "OmsAnswer", ids, sample.text("answer", ids)));
    }

    private List<Letter> tellCrm(Letter came) {
        var claim = delivering.claim(ledgers.get(), "crm", came);
        var text = sample.text("crm.sent", came.ids());
        calls.crm(text, came.id());
        delivering.delivered(ledgers.get(), claim, text);
        return List.of();
    }

    private List<Letter> tellCss(Letter came) {
        var claim = delivering.claim(ledgers.get(), "css", came);
        var text = sample.text("css.sent", came.ids());
        post.send("css.records", text, came.id());
        delivering.delivered(ledgers.get(), claim, text);
        return List.of();
    }

    private List<Letter> split(Letter came) {
        return List.of(new Letter("wms.changes", "JobState", came.ids(), sample.text("wms.came", came.ids()))
                .numbered(came.number()));
    }

    private List<Letter> plan(Letter came) {
        planning.plan(ledgers.get(), came);
        return List.of();
    }

    private List<Letter> tellWms(Letter came) {
        var claim = delivering.claim(ledgers.get(), "wms", came);
        Delivering.known(ledgers.get(), came);
        calls.sap(sapCalls, came.ids());
        delivering.atSap(ledgers.get(), came);
        delivering.delivered(ledgers.get(), claim, sample.text("wms.sent", came.ids()));
        return List.of();
    }
}
