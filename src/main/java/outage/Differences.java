package outage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import outage.HistoryEntry.Change;

/** What is otherwise in one OAN than in another, field by field. */
final class Differences {

    private Differences() {}

    /** The changes from one note to the next; {@code from} is null for the first. Words are left out: they say the same. */
    static List<Change> between(Oan from, Oan to) {
        var changes = new ArrayList<Change>();
        for (var field : Oan.class.getRecordComponents()) {
            var before = from == null ? null : value(field, from);
            var after = value(field, to);
            if (!field.getName().equals("words") && !Objects.equals(before, after)) {
                changes.add(new Change(field.getName(), text(before), text(after)));
            }
        }
        return changes;
    }

    private static Object value(java.lang.reflect.RecordComponent field, Oan oan) {
        try {
            return field.getAccessor().invoke(oan);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + field.getName() + " of an OAN", e);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
