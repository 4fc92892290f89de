package nullaosta.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nullaosta.airspace.Volume;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;

/**
 * What is asked for, as filed.
 *
 * @param operatorState whose aircraft it is
 * @param operator unit or company that flies it
 * @param spares aircraft that may fly in place of any that was named
 * @param formation the others that fly with it, under the same clearance
 * @param base code of the host's base it leaves from
 * @param area where it is to act, as the terms name areas: {@code LIBYA}
 * @param purpose as the terms name purposes: {@code SURVEILLANCE}
 * @param strike whether a release of weapons is planned
 * @param protectedParty who is to be protected, in words, if anybody
 * @param window from the earliest take-off until the latest landing
 * @param volumes where it may be, and when
 * @param answers to the questions of a vocabulary that have no field of their own, by the fact's name without
 *        {@code mission.}: {@code exercise}, {@code false}; each a boolean, a whole number, a text or a list of texts
 * @param series whether it is one flight, a block of them, or one of a block
 */
public record Mission(StateCode operatorState, String operator, Aircraft aircraft, List<Aircraft> spares,
        List<Aircraft> formation, String base, String area, String purpose, Declared armed, Declared strike,
        Declared sensors, Declared dangerousGoods,
        Optional<String> protectedParty, Instant departure, TimeWindow window, List<Leg> legs, List<Volume> volumes,
        List<Document> documents, Optional<HarmEstimate> harmEstimate,
        Map<String, Object> answers, Series series, DataMode dataMode) {

    public static final int MOST_SPARES = 8;

    /** With the one that leads it. */
    public static final int LARGEST_FORMATION = 12;

    public Mission {
        spares = List.copyOf(spares);
        formation = List.copyOf(formation);
        legs = List.copyOf(legs);
        volumes = List.copyOf(volumes);
        documents = List.copyOf(documents);
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        if (!window.holds(departure)) {
            throw new IllegalArgumentException("departure `" + departure + "` outside the window from `"
                    + window.from() + "` until `" + window.until() + "`");
        }
    }

    /** The same mission on another day: departure, window and volumes move together; dates of documents stay. */
    public Mission shifted(Duration by) {
        return new Mission(operatorState, operator, aircraft, spares, formation, base, area, purpose, armed, strike,
                sensors,
                dangerousGoods, protectedParty, departure.plus(by), window.shifted(by),
                legs.stream().map(leg -> leg.shifted(by)).toList(),
                volumes.stream().map(v -> new Volume(v.area(), v.band(), v.window().shifted(by))).toList(), documents,
                harmEstimate, answers, series, dataMode);
    }

    /** The same mission under other names and papers, of which neither an assessment nor a clearance knows. */
    public Mission named(String operator, Optional<String> protectedParty, List<Document> documents) {
        return new Mission(operatorState, operator, aircraft, spares, formation, base, area, purpose, armed, strike,
                sensors, dangerousGoods, protectedParty, departure, window, legs, volumes, documents, harmEstimate,
                answers, series, dataMode);
    }

    /** Whether another is the same mission with departure and times of legs moved, each by at most so much, in the same window. */
    public boolean movedWithin(Duration most, Mission other) {
        boolean near = window.equals(other.window)
                && Leg.near(most, Optional.of(departure), Optional.of(other.departure))
                && legs.size() == other.legs.size()
                && IntStream.range(0, legs.size()).allMatch(i -> legs.get(i).movedWithin(most, other.legs.get(i)));
        return near && new Mission(operatorState, operator, aircraft, spares, formation, base, area, purpose, armed,
                strike, sensors, dangerousGoods, protectedParty, other.departure, window, other.legs, volumes,
                documents, harmEstimate, answers, series, dataMode).equals(other);
    }

    /** How many fly: each is an aircraft in the air, and a sortie. */
    public int aircraftAtOnce() {
        return 1 + formation.size();
    }

    /** Those that are to fly, the leader first. */
    public List<Aircraft> named() {
        return Stream.concat(Stream.of(aircraft), formation.stream()).toList();
    }

    /** Those that are to fly, and then their spares. */
    public List<Aircraft> cleared() {
        return Stream.concat(named().stream(), spares.stream()).toList();
    }

    /** The one of them that bears a tail. */
    public Optional<Aircraft> cleared(String tail) {
        return cleared().stream().filter(one -> Aircraft.same(one.tail(), tail)).findFirst();
    }

    /** Places that it leaves or comes to, its base first, each once, as they were filed. */
    public List<String> places() {
        return Stream.concat(Stream.of(base), legs.stream().flatMap(leg -> Stream.of(leg.from(), leg.to()))).distinct()
                .toList();
    }

    /** Whether it leaves a base, at first or after a stop there. */
    public boolean leaves(String from) {
        return base.equals(from) || legs.stream().anyMatch(leg -> leg.from().equals(from));
    }

    /**
     * Where it goes on from after a landing as planned: the place, where a later leg leaves it, and it is not the base that it
     * came from at first; whoever comes home and leaves again flies another flight, which is counted by itself.
     *
     * @param hops how often it went on before
     */
    public Optional<String> onward(String place, int hops) {
        List<String> stops = IntStream.range(1, legs.size()).mapToObj(i -> legs.get(i).from())
                .filter(from -> !from.equals(base)).toList();
        return stops.size() > hops && stops.get(hops).equals(place) ? Optional.of(place) : Optional.empty();
    }

    /** {@code SIGONELLA → DODUS → SIGONELLA}: the route in one line. */
    public String route() {
        StringBuilder route = new StringBuilder(legs.isEmpty() ? base : legs.getFirst().from());
        for (Leg leg : legs) {
            leg.exit().ifPresent(point -> route.append(" → ").append(point));
            leg.entry().filter(point -> !leg.exit().equals(Optional.of(point)))
                    .ifPresent(point -> route.append(" → ").append(point));
            route.append(" → ").append(leg.to());
        }
        return route.toString();
    }
}
