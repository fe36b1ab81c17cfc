package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import preferences.Channel;
import preferences.Choice;
import preferences.NoticeType;
import preferences.QuietHours;
import preferences.Receiver;
import preferences.Wishes;

/**
 * What may be asked for a receiver (FR 16–18, NFR 3, 4), whether by JSON or by a line of CSV. The schemas in
 * {@code mappings/preferences} say most of it; what a schema cannot say stands here.
 */
public final class PreferencesContract {

    private final JsonContract receivers;
    private final JsonContract consents;
    private final JsonContract takings;

    public PreferencesContract(MappingFiles files) {
        this.receivers = new JsonContract(files.text("preferences/receiver.schema.json"));
        this.consents = new JsonContract(files.text("preferences/consent.schema.json"));
        this.takings = new JsonContract(files.text("preferences/taking.schema.json"));
    }

    /**
     * Somebody's word about an address.
     *
     * @param address in the form in which addresses are compared
     * @param how the proof
     */
    public record Consent(Channel channel, String address, String how) {}

    /**
     * A receiver as it was sent.
     *
     * @throws Refused with every fault
     */
    public Wishes receiver(String json) {
        return receiver(JsonContract.parse(json));
    }

    /**
     * A receiver changed by a merge patch.
     *
     * @throws Refused with every fault of what would come out
     */
    public Wishes patched(Receiver before, String patch) {
        return receiver(MergePatch.apply(PreferenceTrees.of(before), JsonContract.parse(patch)));
    }

    /** @throws Refused with every fault */
    Wishes receiver(JsonNode tree) {
        var faults = new ArrayList<>(receivers.faults(tree, ""));
        refuse(faults);
        var wishes = new Wishes(
                Receiver.Role.valueOf(tree.path("role").asText()),
                tree.path("language").textValue(),
                zone(tree.path("zone"), faults),
                addresses(tree.path("contacts"), faults),
                choices(tree.path("choices"), faults));
        refuse(faults);
        return reachable(wishes);
    }

    /**
     * The same wishes, when each choice has an address.
     *
     * @throws Refused naming each channel that has none
     */
    public Wishes reachable(Wishes wishes) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < wishes.choices().size(); i++) {
            var channel = wishes.choices().get(i).channel();
            if (channel != Channel.IHD && !wishes.addresses().containsKey(channel)) {
                faults.add(Fault.of(FaultCode.CONTACT_MISSING, "/choices/" + i + "/channel", channel.name()));
            }
        }
        refuse(faults);
        return wishes;
    }

    /**
     * The word of an opt-in or opt-out.
     *
     * @throws Refused with every fault
     */
    public Consent consent(String json) {
        var tree = JsonContract.parse(json);
        var faults = new ArrayList<>(consents.faults(tree, ""));
        refuse(faults);
        var channel = Channel.valueOf(tree.path("channel").asText());
        var address = address(channel, tree.path("address").asText(), "/address", faults);
        refuse(faults);
        return new Consent(channel, address, tree.path("how").asText().strip());
    }

    /**
     * The id of the bundle that is to be taken.
     *
     * @throws Refused with every fault
     */
    public String bundle(String json) {
        var tree = JsonContract.parse(json);
        refuse(takings.faults(tree, ""));
        return tree.path("bundle").asText();
    }

    /** Choices alone, as a bundle has them. */
    List<Choice> choices(JsonNode tree, List<Fault> faults) {
        var choices = new ArrayList<Choice>();
        var channels = EnumSet.noneOf(Channel.class);
        for (var i = 0; i < tree.size(); i++) {
            var at = "/choices/" + i;
            var choice = choice(tree.get(i), i, at, faults);
            choices.add(choice);
            if (!channels.add(choice.channel())) {
                faults.add(Fault.of(
                        FaultCode.CHANNEL_TWICE,
                        at + "/channel",
                        choice.channel().name()));
            }
        }
        return choices;
    }

    private static Choice choice(JsonNode tree, int place, String at, List<Fault> faults) {
        var types = EnumSet.noneOf(NoticeType.class);
        tree.path("types").forEach(type -> types.add(NoticeType.valueOf(type.asText())));
        return new Choice(
                Channel.valueOf(tree.path("channel").asText()),
                types,
                quiet(tree, at, faults),
                tree.has("mostPerOutage") ? tree.path("mostPerOutage").asInt() : null,
                tree.path("order").asInt(place + 1));
    }

    private static QuietHours quiet(JsonNode choice, String at, List<Fault> faults) {
        var quiet = choice.path("quiet");
        if (choice.has("anyTime")) {
            if (!quiet.isMissingNode()) {
                faults.add(Fault.of(FaultCode.QUIET_TWICE, at + "/quiet"));
            }
            return QuietHours.NONE;
        }
        if (quiet.isMissingNode()) {
            return null;
        }
        var hours = new QuietHours(
                LocalTime.parse(quiet.path("from").asText()),
                LocalTime.parse(quiet.path("until").asText()));
        if (hours.from().equals(hours.until())) {
            faults.add(Fault.of(FaultCode.QUIET_ALL_DAY, at + "/quiet"));
        }
        return hours;
    }

    private static ZoneId zone(JsonNode tree, List<Fault> faults) {
        if (tree.isMissingNode()) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(tree.asText())) {
            faults.add(Fault.of(FaultCode.UNKNOWN_ZONE, "/zone", tree.asText()));
            return null;
        }
        return ZoneId.of(tree.asText());
    }

    private static Map<Channel, String> addresses(JsonNode contacts, List<Fault> faults) {
        var addresses = new EnumMap<Channel, String>(Channel.class);
        for (var i = 0; i < contacts.size(); i++) {
            var at = "/contacts/" + i;
            var channel = Channel.valueOf(contacts.get(i).path("channel").asText());
            var written = contacts.get(i).path("address").asText();
            if (addresses.put(channel, address(channel, written, at + "/address", faults)) != null) {
                faults.add(Fault.of(FaultCode.CHANNEL_TWICE, at + "/channel", channel.name()));
            }
        }
        return addresses;
    }

    /** The address as it is compared; as written where it is none, with a fault. */
    private static String address(Channel channel, String written, String at, List<Fault> faults) {
        var compared = comparable(channel, written);
        if (compared.isEmpty()) {
            faults.add(Fault.of(FaultCode.NOT_A_PHONE, at, written));
        }
        return compared.orElse(written);
    }

    /** The form in which addresses are compared: E.164, or an e-mail address in lower case; empty for no phone number. */
    public static Optional<String> comparable(Channel channel, String written) {
        return channel == Channel.EMAIL
                ? Optional.of(written.toLowerCase(Locale.ROOT))
                : PhoneNumbers.reachable(written);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
