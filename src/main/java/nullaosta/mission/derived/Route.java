package nullaosta.mission.derived;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.party.Host;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;

/** What the legs of a mission come to. */
public final class Route {

    private static final String NO_LEGS = "no legs were filed";

    private final List<Leg> legs;
    private final Host host;

    /**
     * What is odd about its legs: places that are no aerodromes, points that the host does not publish, times outside the
     * flight's window. It may be right all the same, and so a person looks.
     */
    public static List<String> odd(Mission mission, Host host) {
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < mission.legs().size(); i++) {
            Leg leg = mission.legs().get(i);
            String at = "leg " + (i + 1) + ": ";
            Stream.of(host.unknownPlace(leg.from()).stream(),
                    leg.to().equals(leg.from()) ? Stream.<String>empty() : host.unknownPlace(leg.to()).stream(),
                    leg.exit().flatMap(point -> host.unpublished(point, true)).stream(),
                    leg.entry().flatMap(point -> host.unpublished(point, false)).stream(),
                    outside(mission.window(), leg.times().filed().toList()).stream()).flatMap(any -> any)
                    .map(at::concat).forEach(remarks::add);
        }
        return remarks;
    }

    /** Times of a leg that the window of its flight does not hold; an arrival may be at the window's end. */
    public static Optional<String> outside(TimeWindow window, List<Instant> times) {
        List<String> found = times.stream().filter(at -> at.isBefore(window.from()) || at.isAfter(window.until()))
                .map(Route::minute).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", found) + (found.size() == 1 ? " is" : " are")
                        + " outside the flight's window, "
                        + minute(window.from()) + " until " + minute(window.until()));
    }

    private static String minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", "Z");
    }

    private Route(List<Leg> legs, Host host) {
        this.legs = legs;
        this.host = host;
    }

    public static List<Derived> of(Mission mission, Host host) {
        Route route = new Route(mission.legs(), host);
        return List.of(route.landsAtHost(), route.sameRouteBack(), route.crossings(), route.timeInAirspace(),
                route.states());
    }

    private Derived landsAtHost() {
        String fact = "mission.landsAtHost";
        if (legs.isEmpty()) {
            return Derived.absent(fact, NO_LEGS);
        }
        Optional<String> landing = legs.stream().map(Leg::to).filter(host::holdsAerodrome).findFirst();
        return Derived.known(fact, landing.isPresent(), landing.map(place -> "a leg ends at " + place)
                .orElse("no leg ends at an aerodrome of the host"));
    }

    private Derived sameRouteBack() {
        String fact = "mission.sameRouteBack";
        if (legs.isEmpty()) {
            return Derived.absent(fact, NO_LEGS);
        }
        Leg out = legs.getFirst();
        Leg back = legs.getLast();
        boolean same = out.from().equals(back.to()) && (legs.size() == 1 || out.to().equals(back.from()))
                && out.exit().equals(back.entry()) && (legs.size() == 1 || out.entry().equals(back.exit()));
        return Derived.known(fact, same, "the first leg against the last one");
    }

    /** A point crossed, in which direction, and when if that was filed. */
    private record Crossing(String way, String point, Optional<Instant> at) {}

    private static List<Crossing> crossings(Leg leg) {
        List<Crossing> found = new ArrayList<>();
        leg.exit().ifPresent(point -> found.add(new Crossing("EXIT", point, leg.times().exits())));
        leg.entry().ifPresent(point -> found.add(new Crossing("ENTRY", point, leg.times().enters())));
        return found;
    }

    private Derived crossings() {
        String fact = "mission.crossings";
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Leg leg : legs) {
            for (Crossing crossing : crossings(leg)) {
                Optional<String> name = Named.of(crossing.point());
                if (crossing.at().isEmpty()) {
                    return Derived.absent(fact, "when it crosses at " + crossing.point() + " was not filed");
                }
                if (name.isEmpty()) {
                    return Derived.absent(fact, "the point `" + crossing.point() + "` is no name in capital letters");
                }
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("way", crossing.way());
                row.put("point", name.get());
                row.put("at", crossing.at().get().toString());
                rows.add(row);
            }
        }
        return legs.isEmpty()
                ? Derived.absent(fact, NO_LEGS)
                : Derived.known(fact, rows, "entry and exit points of the legs");
    }

    private Derived timeInAirspace() {
        String fact = "mission.timeInAirspace";
        if (legs.isEmpty()) {
            return Derived.absent(fact, NO_LEGS);
        }
        Duration sum = Duration.ZERO;
        for (Leg leg : legs) {
            Optional<Duration> inside = inside(leg);
            if (inside.isEmpty()) {
                return Derived.absent(fact, "the leg from " + leg.from() + " to " + leg.to()
                        + " lacks times at which it departs, crosses or arrives");
            }
            sum = sum.plus(inside.get());
        }
        return Derived.known(fact, sum, "times of the legs");
    }

    /**
     * The time of one leg in the host's airspace: from a departure there or an entry, until the next exit or an arrival
     * there. Empty where a time is missing that it needs, or where the crossings make no sense in their order.
     */
    private Optional<Duration> inside(Leg leg) {
        Leg.Times times = leg.times();
        boolean startsInside = host.holdsAerodrome(leg.from());
        boolean endsInside = host.holdsAerodrome(leg.to());
        if (leg.exit().isPresent() != times.exits().isPresent()
                || leg.entry().isPresent() != times.enters().isPresent()
                || startsInside && times.departs().isEmpty() || endsInside && times.arrives().isEmpty()) {
            return Optional.empty();
        }
        List<Instant> turns = new ArrayList<>();
        if (startsInside) {
            turns.add(times.departs().orElseThrow());
        }
        boolean exitFirst = startsInside;
        Optional<Instant> first = exitFirst ? times.exits() : times.enters();
        Optional<Instant> second = exitFirst ? times.enters() : times.exits();
        first.ifPresent(turns::add);
        second.ifPresent(turns::add);
        if (endsInside) {
            turns.add(times.arrives().orElseThrow());
        }
        boolean ordered = turns.stream().sorted().toList().equals(turns);
        if (turns.size() % 2 != 0 || !ordered || first.isEmpty() && second.isPresent()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < turns.size(); i += 2) {
            sum = sum.plus(Duration.between(turns.get(i), turns.get(i + 1)));
        }
        return Optional.of(sum);
    }

    private Derived states() {
        String fact = "mission.routeStates";
        TreeSet<String> states = new TreeSet<>();
        for (Leg leg : legs) {
            if (leg.overflies().isEmpty()) {
                return Derived.absent(fact, "the leg from " + leg.from() + " to " + leg.to()
                        + " does not say which states it flies over");
            }
            leg.overflies().get().stream().filter(state -> !state.equals(host.state())).map(StateCode::code)
                    .forEach(states::add);
        }
        return legs.isEmpty()
                ? Derived.absent(fact, NO_LEGS)
                : Derived.known(fact, List.copyOf(states), "states that the legs name");
    }
}
