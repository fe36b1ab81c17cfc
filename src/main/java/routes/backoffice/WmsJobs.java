package routes.backoffice;

import java.util.List;
import mapping.Canonical;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import outage.Release;
import outage.WmsMessage;
import outage.WmsRules;

/** What a release makes for WMS. */
@Component
class WmsJobs {

    /** A message for each job. */
    public List<WmsMessage> of(@Body String release) {
        return WmsRules.messages(Canonical.read(release, Release.class));
    }

    /** The message as canonical JSON. */
    public String text(@Body WmsMessage message) {
        return Canonical.write(message);
    }
}
