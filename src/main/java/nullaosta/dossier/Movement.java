package nullaosta.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;

/**
 * How far the flight itself is.
 *
 * @param checks at the base, in their order, since the light was last taken
 * @param call the base commander's last word, if given
 * @param takenOffAt on the part that it is on, or flew last
 * @param flew tails of what took off, the leader first; empty where that was not said
 * @param landed where it ended; a landing from which it goes on ends a hop
 * @param hops the parts that it flew before, each to a stop
 * @param deviations in the order they were confirmed; a closed one replaces its open self
 * @param acknowledged ids of deviations that the watch floor has seen
 */
public record Movement(List<Check> checks, Optional<Entry.Call> call, Optional<Instant> takenOffAt,
        List<String> flew, Optional<Entry.Landed> landed, List<Deviation> deviations, List<String> acknowledged,
        List<Hop> hops) {

    static final Movement NONE = new Movement(List.of(), Optional.empty(), Optional.empty(), List.of(),
            Optional.empty(), List.of(), List.of(), List.of());

    /**
     * A part of the flight that ended at a stop.
     *
     * @param from base that it left
     */
    public record Hop(String from, Instant takenOffAt, Entry.Landed landed) {}

    public record Check(Instant at, Entry.TakeoffChecked check) {}

    public Movement {
        checks = List.copyOf(checks);
        flew = List.copyOf(flew);
        deviations = List.copyOf(deviations);
        acknowledged = List.copyOf(acknowledged);
        hops = List.copyOf(hops);
    }

    /** The latest check, if any. */
    public Optional<Check> lastCheck() {
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.getLast());
    }

    public boolean airborne() {
        return takenOffAt.isPresent() && landed.isEmpty();
    }

    /** Whether any part of it was flown. */
    public boolean begun() {
        return takenOffAt.isPresent() || !hops.isEmpty();
    }

    /** When it first took off. */
    public Optional<Instant> firstTakenOffAt() {
        return hops.isEmpty() ? takenOffAt : Optional.of(hops.getFirst().takenOffAt());
    }

    /** Where it stands between two parts; empty before the first, in the air, and at the end. */
    public Optional<String> stop() {
        return hops.isEmpty() || takenOffAt.isPresent() ? Optional.empty() : hops.getLast().landed().onward();
    }

    /** The base that it leaves next, or left last. */
    public String base(Mission mission) {
        return hops.isEmpty() ? mission.base() : hops.getLast().landed().onward().orElse(mission.base());
    }

    /** Where the part that it is on is to end, as far as the route says. */
    public String landsAt(Mission mission) {
        String from = base(mission);
        return mission.legs().stream().skip(hops.size()).filter(leg -> leg.from().equals(from)).map(Leg::to).findFirst()
                .orElse(mission.base());
    }

    /** A suspension takes the light and the release with it: once it is lifted, the aircraft is checked again. A stop stays. */
    Movement lightTaken() {
        return new Movement(List.of(), call.filter(word -> word == Entry.Call.STOP), takenOffAt, flew, landed,
                deviations, acknowledged, hops);
    }

    Movement checked(Instant at, Entry.TakeoffChecked check) {
        List<Check> all = new ArrayList<>(checks);
        all.add(new Check(at, check));
        return new Movement(all, call, takenOffAt, flew, landed, deviations, acknowledged, hops);
    }

    Movement called(Entry.Call word) {
        return new Movement(checks, Optional.of(word), takenOffAt, flew, landed, deviations, acknowledged, hops);
    }

    /** A landing before it, in an emergency without a take-off of its own, does not end this flight. */
    Movement tookOff(Instant at, List<String> tails) {
        Optional<Entry.Landed> after = landed.filter(landing -> !landing.landedAt().isBefore(at));
        return new Movement(checks, call, Optional.of(at), tails, after, deviations, acknowledged, hops);
    }

    /** At a stop everything is compared anew, by that base's own commander. */
    Movement landed(Entry.Landed landing, Mission mission) {
        if (landing.onward().isPresent() && takenOffAt.isPresent()) {
            List<Hop> all = new ArrayList<>(hops);
            all.add(new Hop(base(mission), takenOffAt.get(), landing));
            return new Movement(List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), deviations,
                    acknowledged, all);
        }
        return new Movement(checks, call, takenOffAt, flew, Optional.of(landing), deviations, acknowledged, hops);
    }

    Movement deviated(Deviation deviation) {
        List<Deviation> all = new ArrayList<>(deviations);
        int known = all.stream().map(Deviation::id).toList().indexOf(deviation.id());
        if (known < 0) {
            all.add(deviation);
        } else {
            all.set(known, deviation);
        }
        return new Movement(checks, call, takenOffAt, flew, landed, all, acknowledged, hops);
    }

    Movement acknowledged(String deviation) {
        List<String> all = new ArrayList<>(acknowledged);
        all.add(deviation);
        return new Movement(checks, call, takenOffAt, flew, landed, deviations, all, hops);
    }
}
