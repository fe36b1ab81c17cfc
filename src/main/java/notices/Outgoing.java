package notices;

import java.time.Instant;
import java.time.ZoneId;
import outage.Ids;
import preferences.Account;
import preferences.Channel;
import preferences.NoticeType;
import preferences.Premise;
import preferences.Receiver;

/**
 * What a channel is given to send: all that the words, the provider and a look-up need.
 *
 * @param id names this delivery to the provider; the same whenever it is tried
 * @param number the delivery's number in the hub, short, for call-backs and {@code /api/notices}
 * @param notice the notice's id
 * @param type what kind it is
 * @param outage of which outage; null for what is about none
 * @param urgency 0 to 9, 9 is the most urgent
 * @param account whose
 * @param channel by which way
 * @param receiver a receiver's id; of a display the premise, of a letter the account
 * @param address a phone number in E.164 or an e-mail address; null for displays and letters
 * @param premise of a display, with meter and feeder; null for the others
 * @param language BCP 47
 * @param zone in which the receiver reads times
 * @param firstTriedAt when it was first handed to the provider; null when it never was
 * @param ertTold the ERT as it is told, rounded up to the quarter hour; null when there is none
 * @param oldErtTold the one that the receiver was told before; null when there was none
 * @param facts what the notice says; what is null is not said
 */
public record Outgoing(
        String id,
        long number,
        String notice,
        NoticeType type,
        String outage,
        int urgency,
        String account,
        Channel channel,
        String receiver,
        String address,
        Premise premise,
        String language,
        ZoneId zone,
        Instant firstTriedAt,
        Instant ertTold,
        Instant oldErtTold,
        Facts facts) {

    /**
     * @param number the delivery's in the hub
     * @param account as it is now, with the premises that the outage affects
     * @param firstTriedAt null when it never was
     */
    public static Outgoing of(long number, Planned delivery, Account account, Instant firstTriedAt, Facts facts) {
        var notice = delivery.notice();
        var place = delivery.place();
        var person = place.channel() == Channel.IHD
                ? null
                : place.people(account).stream().findFirst().orElse(null);
        return new Outgoing(
                idOf(delivery),
                number,
                notice.id(),
                notice.type(),
                notice.outage(),
                Urgency.of(notice.type()),
                account.id(),
                place.channel(),
                place.receiver(),
                place.contact(account).map(contact -> contact.address()).orElse(null),
                place.channel() == Channel.IHD ? premise(place, account) : null,
                language(person, account),
                person == null ? account.zone() : person.zone(),
                firstTriedAt,
                facts.ertTold(),
                facts.oldErtTold(),
                facts);
    }

    /** What its words are made from. */
    public Wording wording(Instant now) {
        return new Wording(type, facts, null, language, zone, now);
    }

    private static String idOf(Planned delivery) {
        var place = delivery.place();
        return Ids.of(
                delivery.notice().id(),
                place.channel().name(),
                delivery.notice().type().name(),
                place.receiver());
    }

    private static String language(Receiver person, Account account) {
        return person == null ? account.language() : person.language();
    }

    private static Premise premise(Place place, Account account) {
        return account.premises().stream()
                .filter(premise -> premise.id().equals(place.receiver()))
                .findFirst()
                .orElse(null);
    }
}
