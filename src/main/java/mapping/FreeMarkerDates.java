package mapping;

import freemarker.template.SimpleDate;
import freemarker.template.TemplateDateModel;
import java.time.Instant;
import java.util.Date;

/** Instants as FreeMarker knows them: it formats {@code java.util.Date}, and nothing of {@code java.time}. */
final class FreeMarkerDates {

    private FreeMarkerDates() {}

    /** Null for null. */
    static SimpleDate of(Instant instant) {
        return instant == null ? null : new SimpleDate(Date.from(instant), TemplateDateModel.DATETIME);
    }
}
