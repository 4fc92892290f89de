package nullaosta.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;

/**
 * How far the flight itself is.
 *
 * @param checks at the base, in their order, since the light was last taken
 * @param call the base commander's last word, if given
 * @param flew tails of what took off, the leader first; empty where that was not said
 * @param deviations in the order they were confirmed; a closed one replaces its open self
 * @param acknowledged ids of deviations that the watch floor has seen
 */
public record Movement(List<Check> checks, Optional<Entry.Call> call, Optional<Instant> takenOffAt,
        List<String> flew, Optional<Entry.Landed> landed, List<Deviation> deviations, List<String> acknowledged) {

    static final Movement NONE = new Movement(List.of(), Optional.empty(), Optional.empty(), List.of(),
            Optional.empty(), List.of(), List.of());

    public record Check(Instant at, Entry.TakeoffChecked check) {}

    public Movement {
        checks = List.copyOf(checks);
        flew = List.copyOf(flew);
        deviations = List.copyOf(deviations);
        acknowledged = List.copyOf(acknowledged);
    }

    /** The latest check, if any. */
    public Optional<Check> lastCheck() {
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.getLast());
    }

    public boolean airborne() {
        return takenOffAt.isPresent() && landed.isEmpty();
    }

    /** A suspension takes the light and the release with it: once it is lifted, the aircraft is checked again. A stop stays. */
    Movement lightTaken() {
        return new Movement(List.of(), call.filter(word -> word == Entry.Call.STOP), takenOffAt, flew, landed,
                deviations, acknowledged);
    }

    Movement checked(Instant at, Entry.TakeoffChecked check) {
        List<Check> all = new ArrayList<>(checks);
        all.add(new Check(at, check));
        return new Movement(all, call, takenOffAt, flew, landed, deviations, acknowledged);
    }

    Movement called(Entry.Call word) {
        return new Movement(checks, Optional.of(word), takenOffAt, flew, landed, deviations, acknowledged);
    }

    /** A landing before it, in an emergency without a take-off of its own, does not end this flight. */
    Movement tookOff(Instant at, List<String> tails) {
        Optional<Entry.Landed> after = landed.filter(landing -> !landing.landedAt().isBefore(at));
        return new Movement(checks, call, Optional.of(at), tails, after, deviations, acknowledged);
    }

    Movement landed(Entry.Landed landing) {
        return new Movement(checks, call, takenOffAt, flew, Optional.of(landing), deviations, acknowledged);
    }

    Movement deviated(Deviation deviation) {
        List<Deviation> all = new ArrayList<>(deviations);
        int known = all.stream().map(Deviation::id).toList().indexOf(deviation.id());
        if (known < 0) {
            all.add(deviation);
        } else {
            all.set(known, deviation);
        }
        return new Movement(checks, call, takenOffAt, flew, landed, all, acknowledged);
    }

    Movement acknowledged(String deviation) {
        List<String> all = new ArrayList<>(acknowledged);
        all.add(deviation);
        return new Movement(checks, call, takenOffAt, flew, landed, deviations, all);
    }
}
