package routes.notices;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import preferences.Channel;
import routes.Live;
import store.NoticeLine;

/** The channels that this utility does not have, and look-ups that it cannot make. */
@Component
class MissingChannels {

    private final NoticeLine line;
    private final Live live;
    private final Set<Channel> missing = EnumSet.allOf(Channel.class);

    /** @param channels those that there are */
    MissingChannels(NoticeLine line, Live live, @Value("${hub.notices.channels}") Set<Channel> channels) {
        this.line = line;
        this.live = live;
        missing.removeAll(channels);
    }

    /** Judges all that is due there. */
    public void clear() {
        for (var channel : missing) {
            while (live.isLive() && line.clear(channel)) {
                // Some more.
            }
        }
    }

    /** A provider that cannot be asked. */
    public Answer nobodyKnows() {
        return new Answer.NotThere();
    }
}
