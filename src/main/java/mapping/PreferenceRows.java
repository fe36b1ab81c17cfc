package mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.QuietHours;
import preferences.Receiver;

/** An account's receivers as rows of the CSV with preferences, a row for each receiver and channel. */
public final class PreferenceRows {

    private PreferenceRows() {}

    /**
     * The rows, in the order of {@link PreferenceCsv#COLUMNS}.
     *
     * @param name of the account
     */
    public static List<List<String>> of(Account account, String name) {
        var rows = new ArrayList<List<String>>();
        for (var receiver : account.receivers()) {
            var channels = EnumSet.noneOf(Channel.class);
            receiver.contacts().forEach(contact -> channels.add(contact.channel()));
            receiver.choices().forEach(choice -> channels.add(choice.channel()));
            if (channels.isEmpty()) {
                rows.add(row(account, name, receiver, null));
            }
            channels.forEach(channel -> rows.add(row(account, name, receiver, channel)));
        }
        return rows;
    }

    private static List<String> row(Account account, String name, Receiver receiver, Channel channel) {
        var cells = new ArrayList<>(List.of(
                account.id(),
                name,
                receiver.id(),
                receiver.role().name(),
                receiver.language(),
                receiver.zone().getId(),
                text(channel)));
        contact(
                cells,
                receiver.contacts().stream()
                        .filter(contact -> contact.channel() == channel)
                        .findFirst()
                        .orElse(new Contact(channel, "", null, null, null)));
        receiver.choices().stream()
                .filter(choice -> choice.channel() == channel)
                .findFirst()
                .ifPresentOrElse(choice -> choice(cells, choice), () -> cells.addAll(List.of("", "", "", "", "")));
        return cells.stream().map(Formulas::guarded).toList();
    }

    private static void contact(List<String> cells, Contact contact) {
        cells.add(contact.address());
        cells.add(contact.optIn() == null ? "" : text(contact.optIn().at()));
        cells.add(contact.optIn() == null ? "" : contact.optIn().how());
        cells.add(text(contact.stoppedAt()));
        cells.add(text(contact.badSince()));
    }

    private static void choice(List<String> cells, Choice choice) {
        cells.add(
                choice.types().isEmpty()
                        ? PreferenceCsv.NOTHING
                        : choice.types().stream().map(Enum::name).collect(Collectors.joining(" ")));
        cells.add(from(choice.quiet()));
        cells.add(until(choice.quiet()));
        cells.add(text(choice.mostPerOutage()));
        cells.add(text(choice.order()));
    }

    private static String from(QuietHours quiet) {
        return QuietHours.NONE.equals(quiet)
                ? PreferenceCsv.NEVER
                : quiet == null ? "" : PreferenceTrees.minute(quiet.from());
    }

    private static String until(QuietHours quiet) {
        return quiet == null || QuietHours.NONE.equals(quiet) ? "" : PreferenceTrees.minute(quiet.until());
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
