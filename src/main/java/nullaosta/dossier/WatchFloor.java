package nullaosta.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.airspace.Fix;
import nullaosta.clearance.Life;
import nullaosta.flight.Cleared;
import nullaosta.flight.Conformance;
import nullaosta.flight.Deviation;
import nullaosta.flight.FlightEvent;
import nullaosta.flight.FlightState;
import nullaosta.flight.PositionLine;
import nullaosta.flight.Remark;
import nullaosta.flight.Track;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.party.StateCode;
import nullaosta.quantity.Distance;

/**
 * Every flight in the air against its clearance.
 *
 * <p>Tracks live in memory: after a restart a flight is unknown until its next report, and what happened meanwhile was not
 * watched; deviations that were open stay open until reports close them. Deviations are entries of the case before
 * anybody is shown them.
 */
public final class WatchFloor {

    private static final int TRAIL = 2_000;
    /** Partners' packs come by the minute, and each look costs a signature. */
    private static final Duration ABROAD = Duration.ofSeconds(10);

    private final Dossiers dossiers;
    private final CaseLists lists;
    private final Person watch;
    private final Map<DossierId, Watched> flights = new LinkedHashMap<>();
    private Instant askedAbroad = Instant.EPOCH;

    /** Id under which the floor's own judgement is entered: nobody's act. */
    public static final String AUTOMATIC = "watch.automatic";

    /** In whose name deviations are entered that no person has seen yet. */
    public static Person automatic(StateCode host) {
        return new Person(AUTOMATIC, "The watch floor itself", "judges positions by itself", Role.WATCH, host,
                Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** @param watch in whose name deviations are entered */
    public WatchFloor(Dossiers dossiers, CaseLists lists, Person watch) {
        this.dossiers = dossiers;
        this.lists = lists;
        this.watch = watch;
    }

    /** A flight as it is shown. */
    public record Watched(Dossier dossier, Track track, List<Fix> trail) {

        /** How far the last position lies outside all that was cleared on the ground; empty while inside, or unheard. */
        public Optional<Distance> outside() {
            return track.last().flatMap(fix -> cleared(dossier).volumes().stream()
                    .map(volume -> volume.area().metresOutside(fix.position())).min(Double::compare))
                    .filter(metres -> metres > 0).map(Distance::new);
        }

        /** Whether it flies on a decision by word of mouth that has lapsed; withdrawing it is for the authority. */
        public boolean lapsed() {
            return dossier.orals().stream()
                    .anyMatch(held -> held.lapsedAt().isPresent() && held.confirmed().isEmpty());
        }

        public Watched {
            trail = List.copyOf(trail);
        }
    }

    /** Whose report it was; empty where no flight in the air answers to that name. */
    public synchronized Optional<String> receive(PositionLine line, Instant receivedAt) {
        Optional<DossierId> id = airborne(line.flight());
        id.ifPresent(flight -> step(flight, new FlightEvent.Report(line.fix(), receivedAt), receivedAt));
        return id.flatMap(flight -> Optional.ofNullable(flights.get(flight))).map(w -> w.dossier().number());
    }

    /**
     * Time passed: silence is judged, landed flights leave the floor, new ones enter. A flight that cannot be judged stops
     * no other: what failed first is thrown once all had their turn.
     */
    public synchronized void tick(Instant now) {
        Failures failures = new Failures();
        read(lists.airborne(), failures);
        for (DossierId id : List.copyOf(flights.keySet())) {
            failures.guard(() -> step(id, new FlightEvent.Tick(now), now));
        }
        if (now.isBefore(askedAbroad) || !now.isBefore(askedAbroad.plus(ABROAD))) {
            askedAbroad = now;
            List.copyOf(flights.keySet()).forEach(id -> failures.guard(() -> abroad(id, now)));
        }
        failures.tell();
    }

    /** All flights in the air, worst first. */
    public synchronized List<Watched> flights() {
        List<Watched> all = new ArrayList<>(flights.values());
        all.sort((a, b) -> Integer.compare(gravity(b), gravity(a)));
        return all;
    }

    /** Reads anew which flights are in the air and how their clearances stand. */
    public synchronized void refresh() {
        Failures failures = new Failures();
        read(lists.airborne(), failures);
        failures.tell();
    }

    private void read(List<DossierId> airborne, Failures failures) {
        flights.keySet().retainAll(airborne);
        airborne.forEach(id -> failures.guard(() -> read(id)));
    }

    private void read(DossierId id) {
        dossiers.read(id).ifPresent(dossier -> {
            Watched known = flights.get(id);
            flights.put(id,
                    known == null ? entered(dossier) : new Watched(dossier, known.track(), known.trail()));
        });
    }

    /** The first of several failures, kept until all had their turn. */
    private static final class Failures {
        private Optional<RuntimeException> first = Optional.empty();

        void guard(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                first = first.or(() -> Optional.of(e));
            }
        }

        void tell() {
            first.ifPresent(e -> {
                throw e;
            });
        }
    }

    private static Watched entered(Dossier dossier) {
        return new Watched(dossier, Track.of(dossier.movement().deviations()), List.of());
    }

    /** A flight is listened for from when the floor first heard of it, not from a take-off that may be hours ago. */
    private static Track listened(Watched watched, Instant now) {
        Instant off = watched.dossier().movement().takenOffAt().orElseThrow();
        return watched.track().state() == FlightState.AUTHORISED
                ? Conformance.step(cleared(watched.dossier()), watched.track(),
                        new FlightEvent.TakenOff(off, true, now)).track()
                : watched.track();
    }

    /** A name that nobody here has may be that of a flight that took off within the second. */
    private Optional<DossierId> airborne(String name) {
        Optional<DossierId> known = named(name);
        if (known.isEmpty()) {
            lists.airborne().stream().filter(id -> !flights.containsKey(id)).forEach(this::read);
            known = named(name);
        }
        return known;
    }

    /** Of several that answer to the name the last to take off: a landing that nobody entered takes no later flight's reports. */
    private Optional<DossierId> named(String name) {
        return flights.entrySet().stream().filter(flight -> answers(flight.getValue().dossier(), name))
                .max(Comparator.comparing(flight -> flight.getValue().dossier().movement().takenOffAt().orElseThrow()))
                .map(Map.Entry::getKey);
    }

    /** A formation is watched by its leader: the others report nothing of their own. */
    private static boolean answers(Dossier dossier, String name) {
        var aircraft = dossier.flying().getFirst();
        return name.toUpperCase(Locale.ROOT).equals(aircraft.callSign())
                || aircraft.address().map(a -> a.equalsIgnoreCase(name)).orElse(false)
                || dossier.clearance().map(c -> c.clearance().number().equals(name)).orElse(false);
    }

    private void step(DossierId id, FlightEvent event, Instant now) {
        Watched watched = flights.get(id);
        if (watched == null) {
            return;
        }
        Conformance.Step step = Conformance.step(cleared(watched.dossier()), listened(watched, now), event);
        Dossier dossier = watched.dossier();
        for (Deviation deviation : step.deviations()) {
            if (dossiers.perform(watch, now, id,
                    new Command.ReportDeviation(deviation)) instanceof Answer.Done(Dossier after, var entries)) {
                dossier = after;
            }
        }
        List<Fix> trail = new ArrayList<>(watched.trail());
        step.track().last().filter(fix -> trail.isEmpty() || !trail.getLast().equals(fix)).ifPresent(trail::add);
        flights.put(id, new Watched(dossier, step.track(),
                trail.size() > TRAIL ? trail.subList(trail.size() - TRAIL, trail.size()) : trail));
    }

    /** Another state may withdraw its clearance of a flight that is in the air; its next pack tells. */
    private void abroad(DossierId id, Instant now) {
        Watched watched = flights.get(id);
        if (watched != null) {
            Optional<String> withdrawn = dossiers.otherStates(watched.dossier(), now).withdrawn().map(Remark::words);
            step(id, new FlightEvent.Abroad(withdrawn, now), now);
        }
    }

    private static Cleared cleared(Dossier dossier) {
        HeldClearance held = dossier.clearance().orElseThrow();
        Optional<Instant> withdrawn = held.life() == Life.VALID ? Optional.empty() : held.withdrawnFrom();
        return new Cleared(held.clearance().number(), held.clearance().mission().volumes(),
                held.clearance().mission().window(), withdrawn);
    }

    /** One that must be recovered first, then by open deviations, then those of which nothing good is known. */
    private static int gravity(Watched watched) {
        boolean abroad = watched.dossier().movement().deviations().stream().anyMatch(
                d -> d.kind() == Deviation.Kind.FLEW_AFTER_REVOCATION_ABROAD && d.closedAt().isEmpty());
        int withdrawn = abroad || watched.dossier().clearance().orElseThrow().life() != Life.VALID ? 1_000 : 0;
        int lapsed = watched.lapsed() ? 500 : 0;
        int uncertain = watched.track().state() == FlightState.CONFORMING ? 0 : 1;
        int open = watched.dossier().movement().deviations().stream().filter(d -> d.closedAt().isEmpty())
                .mapToInt(d -> d.kind().departs() ? 4 : 1).sum();
        return withdrawn + lapsed + open + (watched.track().deviates() ? 2 : 0) + uncertain;
    }
}
