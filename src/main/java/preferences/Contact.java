package preferences;

import java.time.Instant;

/**
 * An address of a receiver on one channel.
 *
 * @param channel EMAIL, SMS or VOICE
 * @param address an e-mail address, or a phone number in E.164
 * @param optIn null: never opted in, so nothing goes there (BR 5)
 * @param stoppedAt when STOP or an unsubscribe came; null when none did since the last opt-in
 * @param badSince when the provider said that nobody can be reached there; null while it is good
 */
public record Contact(Channel channel, String address, OptIn optIn, Instant stoppedAt, Instant badSince) {

    /** Whether anything may be sent there. */
    public boolean open() {
        return optIn != null && stoppedAt == null && badSince == null;
    }
}
