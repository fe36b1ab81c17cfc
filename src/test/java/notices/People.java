package notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.CustomerGroup;
import preferences.NoticeType;
import preferences.OptIn;
import preferences.Premise;
import preferences.QuietHours;
import preferences.Receiver;

/** Accounts of a test, put together step by step: one premise, with a display, and one receiver. */
final class People {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant LONG_AGO = Instant.parse("2026-01-15T17:00:00Z");
    private static final OptIn PROOF = new OptIn(LONG_AGO, "web");

    private final List<Premise> premises = new ArrayList<>(List.of(new Premise("P-1", "M-1", "FDR-01", true)));
    private final List<Receiver> others = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private String id = "R-1";
    private Receiver.Role role = Receiver.Role.HOLDER;
    private ZoneId zone = ZONE;

    static People account() {
        return new People();
    }

    People withoutDisplay() {
        premises.set(0, new Premise("P-1", "M-1", "FDR-01", false));
        return this;
    }

    People nowhere() {
        premises.clear();
        return this;
    }

    People in(ZoneId other) {
        zone = other;
        return this;
    }

    People optedIn(Channel... channels) {
        Arrays.stream(channels).forEach(channel -> contact(channel, PROOF, null, null));
        return this;
    }

    People never(Channel channel) {
        return contact(channel, null, null, null);
    }

    People stopped(Channel channel) {
        return contact(channel, PROOF, LONG_AGO, null);
    }

    People bad(Channel channel) {
        return contact(channel, PROOF, null, LONG_AGO);
    }

    private People contact(Channel channel, OptIn proof, Instant stopped, Instant bad) {
        contacts.add(new Contact(channel, "sample address of " + id + " on " + channel, proof, stopped, bad));
        return this;
    }

    People chose(Channel channel, NoticeType... types) {
        return chose(channel, null, null, types);
    }

    People chose(Channel channel, QuietHours quiet, Integer most, NoticeType... types) {
        choices.add(new Choice(channel, Set.of(types), quiet, most, choices.size() + 1));
        return this;
    }

    /** What follows is said of another receiver. */
    People and(String other, Receiver.Role itsRole) {
        others.add(receiver());
        contacts.clear();
        choices.clear();
        id = other;
        role = itsRole;
        return this;
    }

    private Receiver receiver() {
        return new Receiver(id, role, "en", zone, contacts, choices);
    }

    Account end() {
        var all = new ArrayList<>(others);
        all.add(receiver());
        return new Account("C-1", CustomerGroup.RESIDENTIAL, "en", ZONE, premises, all);
    }
}
