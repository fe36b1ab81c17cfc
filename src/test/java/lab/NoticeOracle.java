package lab;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts the notices of one unplanned outage to one account, from the text of rules.md §5 alone: it shares no code with the
 * hub, nor its words. Everything is a name, as it stands in the rules.
 */
public final class NoticeOracle {

    /** What a release says, and whether something may be sent before the next. */
    public record State(
            Instant at,
            boolean sends,
            String lifecycle,
            String status,
            Instant ert,
            String cause,
            String magnitude,
            List<String> stillOut,
            Instant began,
            Instant ended) {}

    /** A premise. */
    public record Home(String id, String meter, boolean display) {}

    /** A choice on one channel; quiet from and until are null for the channel's own rule. */
    public record Wish(String channel, Set<String> types, LocalTime from, LocalTime until, Integer most) {}

    /** A receiver, the channel liked best first; where it is opted in with no STOP since, and where the address is bad. */
    public record Person(String id, ZoneId zone, List<Wish> wishes, Set<String> open, Set<String> bad) {}

    /** What must have gone out. */
    public record Delivery(String type, String channel, String receiver, Instant at, Instant ert) {}

    private record Spot(String channel, String receiver) {}

    private record Said(
            Spot spot, String notice, String type, String status, String cause, String reach, Instant ert) {}

    private static final List<String> MOST_URGENT_FIRST = List.of(
            "POWER_RESTORED",
            "STILL_OUT",
            "OUTAGE_CONFIRMED",
            "CREW_EN_ROUTE",
            "CREW_ON_SITE",
            "ERT_UPDATED",
            "OAN_UPDATED");
    private static final Set<String> THERE = Set.of("ON_SITE", "ASSESSED", "IN_PROGRESS");
    private static final Set<String> OWN = Set.of("EN_ROUTE", "ON_SITE", "RESTORED", "MERGED");

    private final List<Home> homes;
    private final List<Person> people;
    private final List<Said> said = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<String> once = new HashSet<>();
    private final Map<String, Map<Spot, String>> waiting = new LinkedHashMap<>();

    private NoticeOracle(List<Home> homes, List<Person> people) {
        this.homes = homes;
        this.people = people;
    }

    /** All deliveries of an outage that goes through these states. */
    public static List<Delivery> count(List<State> states, List<Home> homes, List<Person> people) {
        var oracle = new NoticeOracle(homes, people);
        State before = null;
        var number = 0;
        for (var state : states) {
            for (var type : arising(before, state)) {
                oracle.plan(type, number, state);
            }
            if (state.sends()) {
                oracle.send(state);
            }
            before = state;
            number++;
        }
        return oracle.deliveries;
    }

    private static List<String> arising(State before, State now) {
        var types = new ArrayList<String>();
        var out = now.lifecycle().equals("CONFIRMED");
        var was = before == null ? "" : before.lifecycle();
        var step = before == null ? "" : before.status();
        if (out && !was.equals("CONFIRMED") && !was.equals("RESTORED")) {
            types.add("OUTAGE_CONFIRMED");
        }
        if (out && now.status().equals("EN_ROUTE") && !step.equals("EN_ROUTE")) {
            types.add("CREW_EN_ROUTE");
        }
        if (out && THERE.contains(now.status()) && !THERE.contains(step)) {
            types.add("CREW_ON_SITE");
        }
        if (now.lifecycle().equals("RESTORED") && !was.equals("RESTORED")) {
            types.add("POWER_RESTORED");
        }
        if (out
                && !now.stillOut().isEmpty()
                && (before == null || !before.stillOut().equals(now.stillOut()))) {
            types.add("STILL_OUT");
        }
        if (out && now.ert() != null && !(was.equals("CONFIRMED") && now.ert().equals(before.ert()))) {
            types.add("ERT_UPDATED");
        }
        if (before != null && !now.lifecycle().equals("RESTORED") && changed(before, now)) {
            types.add("OAN_UPDATED");
        }
        return types;
    }

    private static boolean changed(State before, State now) {
        var backFromRestored =
                before.lifecycle().equals("RESTORED") && now.lifecycle().equals("CONFIRMED");
        return (!backFromRestored && !before.status().equals(now.status()) && !OWN.contains(now.status()))
                || (now.cause() != null && !now.cause().equals(before.cause()))
                || !now.magnitude().equals(before.magnitude());
    }

    private void plan(String type, int number, State state) {
        var isOnce = type.equals("OUTAGE_CONFIRMED") || type.startsWith("CREW_");
        if (isOnce && !once.add(type)) {
            return;
        }
        for (var spot : spots(type, state)) {
            waiting.computeIfAbsent(type, none -> new LinkedHashMap<>()).put(spot, type + number);
        }
    }

    private Set<Spot> spots(String type, State state) {
        var spots = new LinkedHashSet<Spot>();
        var concerned = homes.stream()
                .filter(home -> !type.equals("STILL_OUT") || state.stillOut().contains(home.meter()))
                .toList();
        if (concerned.isEmpty()) {
            return spots;
        }
        if (people.stream().allMatch(person -> person.wishes().isEmpty())) {
            displays(concerned).forEach(spots::add);
        }
        for (var person : people) {
            for (var wish : person.wishes()) {
                if (wish.types().contains(type)) {
                    where(person, wish, concerned, homes).forEach(spots::add);
                }
            }
        }
        if (type.equals("POWER_RESTORED")) {
            said.stream().map(Said::spot).filter(spot -> !off(spot, type)).forEach(spots::add);
        }
        return spots;
    }

    /** There; where the address is bad, on the next channel that this person chose and that works. */
    private static Stream<Spot> where(Person person, Wish wish, List<Home> concerned, List<Home> all) {
        if (!person.bad().contains(wish.channel())) {
            return at(person, wish, concerned);
        }
        return person
                .wishes()
                .subList(person.wishes().indexOf(wish) + 1, person.wishes().size())
                .stream()
                .map(next -> at(person, next, all).toList())
                .filter(spots -> !spots.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private static Stream<Spot> at(Person person, Wish wish, List<Home> concerned) {
        if (wish.channel().equals("IHD")) {
            return displays(concerned);
        }
        return person.open().contains(wish.channel())
                ? Stream.of(new Spot(wish.channel(), person.id()))
                : Stream.empty();
    }

    private static Stream<Spot> displays(List<Home> concerned) {
        return concerned.stream().filter(Home::display).map(home -> new Spot("IHD", home.id()));
    }

    private List<Wish> wishes(Spot spot) {
        return people.stream()
                .filter(person -> spot.channel().equals("IHD") || person.id().equals(spot.receiver()))
                .flatMap(person -> person.wishes().stream())
                .filter(wish -> wish.channel().equals(spot.channel()))
                .toList();
    }

    private boolean off(Spot spot, String type) {
        var wishes = wishes(spot);
        return !wishes.isEmpty()
                && wishes.stream().noneMatch(wish -> wish.types().contains(type));
    }

    private void send(State state) {
        for (var type : MOST_URGENT_FIRST) {
            var spots = waiting.getOrDefault(type, Map.of());
            for (var entry : List.copyOf(spots.entrySet())) {
                var spot = entry.getKey();
                if (!holds(type, spot, state) || !isNews(type, spot, entry.getValue(), state) || capped(type, spot)) {
                    spots.remove(spot);
                } else if (!young(type, spot, state) && !quiet(spot, state.at())) {
                    spots.remove(spot);
                    tell(type, spot, entry.getValue(), state);
                }
            }
        }
    }

    private boolean holds(String type, Spot spot, State state) {
        var out = state.lifecycle().equals("CONFIRMED");
        return switch (type) {
            case "CREW_EN_ROUTE" -> out && state.status().equals("EN_ROUTE");
            case "CREW_ON_SITE" -> out && THERE.contains(state.status());
            case "ERT_UPDATED" -> out && future(state) != null;
            case "OAN_UPDATED" -> out || state.lifecycle().equals("CANCELLED");
            case "POWER_RESTORED" -> state.lifecycle().equals("RESTORED") && !(brief(state) && untold(spot));
            case "STILL_OUT" -> out && dark(spot, state);
            default -> out;
        };
    }

    private boolean untold(Spot spot) {
        return !spot.channel().equals("IHD")
                && said.stream().noneMatch(one -> one.spot().equals(spot));
    }

    private static boolean brief(State state) {
        return Duration.between(state.began(), state.ended()).toMinutes() < 5;
    }

    private boolean dark(Spot spot, State state) {
        return homes.stream()
                .filter(home -> !spot.channel().equals("IHD") || home.id().equals(spot.receiver()))
                .anyMatch(home -> state.stillOut().contains(home.meter()));
    }

    private static Instant future(State state) {
        return state.ert() != null && state.ert().isAfter(state.at()) ? state.ert() : null;
    }

    private boolean isNews(String type, Spot spot, String notice, State state) {
        return switch (type) {
            case "ERT_UPDATED" -> {
                var told = last(said.stream()
                        .filter(one -> one.spot().receiver().equals(spot.receiver())
                                && !one.notice().equals(notice))
                        .map(Said::ert));
                yield told == null || Duration.between(told, state.ert()).abs().toSeconds() > 1800;
            }
            case "OAN_UPDATED" ->
                newStatus(spot, state)
                        || (state.cause() != null && !state.cause().equals(known(spot, Said::cause)))
                        || !state.magnitude().equals(known(spot, Said::reach));
            case "POWER_RESTORED", "STILL_OUT" ->
                !type.equals(last(there(spot)
                        .map(Said::type)
                        .filter(told -> told.equals("POWER_RESTORED") || told.equals("STILL_OUT"))));
            default -> there(spot).noneMatch(one -> one.type().equals(type));
        };
    }

    private boolean newStatus(Spot spot, State state) {
        var told = known(spot, Said::status);
        return !OWN.contains(state.status()) && !state.status().equals(Objects.requireNonNullElse(told, "CONFIRMED"));
    }

    private boolean capped(String type, Spot spot) {
        var told = there(spot).count();
        var wishes = wishes(spot);
        return !type.equals("POWER_RESTORED")
                && !type.equals("STILL_OUT")
                && !wishes.isEmpty()
                && wishes.stream().allMatch(wish -> wish.most() != null && told >= wish.most());
    }

    private static boolean young(String type, Spot spot, State state) {
        var waits =
                type.equals("OUTAGE_CONFIRMED") || (!spot.channel().equals("IHD") && !type.equals("POWER_RESTORED"));
        return waits && Duration.between(state.began(), state.at()).toMinutes() < 5;
    }

    private boolean quiet(Spot spot, Instant at) {
        return !spot.channel().equals("IHD")
                && people.stream()
                        .filter(person -> person.id().equals(spot.receiver()))
                        .anyMatch(person ->
                                quiet(person, spot, at.atZone(person.zone()).toLocalTime()));
    }

    private boolean quiet(Person person, Spot spot, LocalTime time) {
        var own = person.wishes().stream()
                .filter(wish -> wish.channel().equals(spot.channel()) && wish.from() != null)
                .findFirst();
        if (own.isEmpty() && !spot.channel().equals("VOICE")) {
            return false;
        }
        var from = own.map(Wish::from).orElse(LocalTime.of(21, 0));
        var until = own.map(Wish::until).orElse(LocalTime.of(8, 0));
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }

    private void tell(String type, Spot spot, String notice, State state) {
        var whole = type.equals("OUTAGE_CONFIRMED");
        var update = type.equals("OAN_UPDATED");
        var end = type.equals("POWER_RESTORED");
        var status = type.equals("ERT_UPDATED") || (update && !newStatus(spot, state)) ? null : state.status();
        var ert = update || end ? null : future(state);
        said.add(new Said(
                spot,
                notice,
                type,
                status,
                whole || update || end ? state.cause() : null,
                whole || update ? state.magnitude() : null,
                ert));
        deliveries.add(new Delivery(type, spot.channel(), spot.receiver(), state.at(), ert));
    }

    private Stream<Said> there(Spot spot) {
        return said.stream().filter(one -> one.spot().equals(spot));
    }

    private <T> T known(Spot spot, Function<Said, T> fact) {
        return last(there(spot).map(fact));
    }

    private static <T> T last(Stream<T> values) {
        return values.filter(Objects::nonNull).reduce((first, second) -> second).orElse(null);
    }
}
