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
 * @param lastCheck the latest check at the base, if any, with when it was made
 * @param call the base commander's last word, if given
 * @param deviations in the order they were confirmed; a closed one replaces its open self
 * @param acknowledged ids of deviations that the watch floor has seen
 */
public record Movement(Optional<Check> lastCheck, Optional<Entry.Call> call, Optional<Instant> takenOffAt,
        Optional<Entry.Landed> landed, List<Deviation> deviations, List<String> acknowledged) {

    static final Movement NONE = new Movement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            List.of(), List.of());

    public record Check(Instant at, Entry.TakeoffChecked check) {}

    public Movement {
        deviations = List.copyOf(deviations);
        acknowledged = List.copyOf(acknowledged);
    }

    public boolean airborne() {
        return takenOffAt.isPresent() && landed.isEmpty();
    }

    /** A suspension takes the light and the release with it: once it is lifted, the aircraft is checked again. A stop stays. */
    Movement lightTaken() {
        return new Movement(Optional.empty(), call.filter(word -> word == Entry.Call.STOP), takenOffAt, landed,
                deviations, acknowledged);
    }

    Movement checked(Instant at, Entry.TakeoffChecked check) {
        return new Movement(Optional.of(new Check(at, check)), call, takenOffAt, landed, deviations, acknowledged);
    }

    Movement called(Entry.Call word) {
        return new Movement(lastCheck, Optional.of(word), takenOffAt, landed, deviations, acknowledged);
    }

    /** A landing before it, in an emergency without a take-off of its own, does not end this flight. */
    Movement tookOff(Instant at) {
        Optional<Entry.Landed> after = landed.filter(landing -> !landing.landedAt().isBefore(at));
        return new Movement(lastCheck, call, Optional.of(at), after, deviations, acknowledged);
    }

    Movement landed(Entry.Landed landing) {
        return new Movement(lastCheck, call, takenOffAt, Optional.of(landing), deviations, acknowledged);
    }

    Movement deviated(Deviation deviation) {
        List<Deviation> all = new ArrayList<>(deviations);
        int known = all.stream().map(Deviation::id).toList().indexOf(deviation.id());
        if (known < 0) {
            all.add(deviation);
        } else {
            all.set(known, deviation);
        }
        return new Movement(lastCheck, call, takenOffAt, landed, all, acknowledged);
    }

    Movement acknowledged(String deviation) {
        List<String> all = new ArrayList<>(acknowledged);
        all.add(deviation);
        return new Movement(lastCheck, call, takenOffAt, landed, deviations, all);
    }
}
