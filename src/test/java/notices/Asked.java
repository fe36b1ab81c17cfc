package notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outage.Release;
import preferences.Account;
import preferences.Channel;
import preferences.NoticeType;

/** A question of a test: a notice on SMS, chosen there, of an outage that is an hour old, at ten in the morning. */
final class Asked {

    final NoticeType type;
    Course course = Course.unplanned();
    People people = People.account();
    Place place = new Place(Channel.SMS, "R-1");
    Channel insteadOf;
    String notice = "N-now";
    Instant due = Course.NOW;
    Instant now = Course.NOW;
    Span planned;
    Span before;
    private final List<Told.Telling> tellings = new ArrayList<>();

    private Asked(NoticeType type) {
        this.type = type;
    }

    static Asked about(NoticeType type) {
        return new Asked(type);
    }

    /** Chosen by SMS, and opted in. */
    static Asked chosen(NoticeType type) {
        var asked = about(type);
        asked.people.optedIn(Channel.SMS).chose(Channel.SMS, type);
        return asked;
    }

    Asked when(Consumer<Course> change) {
        course.is(change);
        return this;
    }

    Asked of(Course other) {
        course = other;
        planned = other.planned;
        return this;
    }

    Asked by(People other) {
        people = other;
        return this;
    }

    Asked at(Channel channel, String receiver) {
        place = new Place(channel, receiver);
        return this;
    }

    Asked onDisplay() {
        return at(Channel.IHD, "P-1");
    }

    Asked is(Consumer<Asked> change) {
        change.accept(this);
        return this;
    }

    Asked told(NoticeType what, Facts said) {
        return told("N-" + tellings.size(), what, place.channel(), said);
    }

    Asked told(String id, NoticeType what, Channel channel, Facts said) {
        tellings.add(new Told.Telling(id, what, channel, Course.NOW.minusSeconds(600), said));
        return this;
    }

    Question question() {
        return question(Kinds.ofAnOutage(type) ? course.release() : null, people.end());
    }

    Question question(Release newest, Account account) {
        var what = new Notice(notice, type, newest == null ? null : "OUT-1", 1, due, planned, before);
        return new Question(new Planned(what, "C-1", place, insteadOf), newest, account, new Told(tellings), now);
    }

    Verdict verdict() {
        return Judge.judge(question());
    }

    static Facts ert(Instant ert) {
        return new Facts(null, null, null, ert, null, null, null, null, null, null);
    }

    static Facts planned(Span span) {
        return new Facts(null, null, null, null, null, span, null, null, null, null);
    }
}
