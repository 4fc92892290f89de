package nullaosta.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.Light;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.flight.Cleared;
import nullaosta.flight.Conformance;
import nullaosta.flight.Deviation;
import nullaosta.flight.FlightEvent;
import nullaosta.flight.TakeoffCheck;
import nullaosta.flight.Track;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Mission;

/** From the check on the apron to the landing, and what the watch saw between. */
final class Flying {

    private Flying() {
    }

    static Proceeding check(Sitting sitting, Dossier dossier, Command.CheckTakeoff command) {
        Optional<HeldClearance> held = dossier.clearance();
        if (held.isEmpty()) {
            return noClearance();
        }
        boolean registered = sitting.session()
                .inRegister(sitting.chancery().issuer().registered(held.get().token()));
        var standing = new TakeoffCheck.Standing(held.get().life(), registered, stopped(dossier),
                dossier.movement().takenOffAt().isPresent(), Orally.inWords(dossier));
        TakeoffCheck check = TakeoffCheck.of(held.get().clearance(), dossier.movement().base(dossier.mission()),
                standing, command.apron(),
                Abroad.states(sitting.chancery(), dossier, sitting.at()), sitting.at());
        return Proceeding.enter(new Entry.TakeoffChecked(held.get().clearance().number(), command.apron(),
                check.light(), check.remarks()));
    }

    static Proceeding call(Sitting sitting, Dossier dossier, Command.CallTakeoff command) {
        if (dossier.clearance().isEmpty()) {
            return noClearance();
        }
        if (dossier.movement().takenOffAt().isPresent()) {
            return Proceeding.stop(Refusal.Code.ALREADY_IN_THE_AIR, "the flight has taken off",
                    "an aircraft still on the ground", "ask the watch floor to recover it");
        }
        return switch (command.call()) {
            case STOP -> command.reason().isBlank()
                    ? new Proceeding.Stop(Refusal.noReason())
                    : Proceeding.enter(new Entry.CommanderCalled(Entry.Call.STOP, command.reason().strip()));
            case RELEASE -> dossier.clearance().get().life() != Life.VALID
                    ? withdrawn(dossier.clearance().get())
                    : since(sitting, dossier).isPresent()
                            ? since(sitting, dossier).get()
                            : Lineup.of(dossier, sitting.chancery().host().checkLife(), sitting.at())
                                    .light() == Light.RED
                                            ? Proceeding.stop(Refusal.Code.NOT_CHECKED,
                                                    "no green or amber check that still stands"
                                                            + unchecked(sitting, dossier),
                                                    "a check within the last "
                                                            + sitting.chancery().host().checkLife().toMinutes()
                                                            + " minutes",
                                                    "check the aircraft, then release it")
                                            : Proceeding.enter(new Entry.CommanderCalled(Entry.Call.RELEASE,
                                                    command.reason().strip()));
        };
    }

    /** What another state has done since the check: a clearance that it revoked does not wait for the check to lapse. */
    private static Optional<Proceeding> since(Sitting sitting, Dossier dossier) {
        return Abroad.states(sitting.chancery(), dossier, sitting.at()).red()
                .map(remark -> Proceeding.stop(Refusal.Code.NOT_CHECKED, remark.words(),
                        "a clearance of each state on the route that stands", "keep the aircraft on the ground"));
    }

    /** What happened is entered even where it should not have: a take-off without a green light is a deviation. */
    static Proceeding takeoff(Sitting sitting, Dossier dossier, Command.EnterTakeoff command) {
        if (dossier.clearance().isEmpty()) {
            return noClearance();
        }
        if (dossier.movement().takenOffAt().isPresent()) {
            return Proceeding.stop(Refusal.Code.ALREADY_IN_THE_AIR, "a take-off is entered already",
                    "a flight on the ground", "enter the landing");
        }
        if (command.takenOffAt().isAfter(sitting.at())) {
            return future(command.takenOffAt());
        }
        List<String> tails = flew(sitting, dossier, command);
        if (tails.isEmpty()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "nothing of which aircraft took off",
                    "the tail of each, of " + tails(dossier.mission().cleared()), "name them").at("aircraft");
        }
        boolean green = stood(sitting, dossier, command.takenOffAt(), tails);
        List<Entry> entries = new ArrayList<>(List.of(new Entry.TakenOff(command.takenOffAt(), green,
                dossier.mission().cleared().size() == 1 && command.aircraft().isEmpty()
                        ? Optional.empty()
                        : Optional.of(tails))));
        HeldClearance held = dossier.clearance().get();
        Cleared cleared = new Cleared(held.clearance().number(), dossier.mission().volumes(),
                dossier.mission().window(), Optional.empty());
        Conformance.step(cleared, Track.authorised(),
                new FlightEvent.TakenOff(command.takenOffAt(), green, sitting.at())).deviations()
                .forEach(deviation -> entries.add(opened(deviation)));
        entries.addAll(AtTheGate.releasedAfter(dossier, command.takenOffAt()));
        return new Proceeding.Enter(entries);
    }

    /** As they were named, in the clearance's spelling; else those whom the release covers, here or at the gate. */
    private static List<String> flew(Sitting sitting, Dossier dossier, Command.EnterTakeoff command) {
        Mission mission = dossier.mission();
        if (!command.aircraft().isEmpty()) {
            return command.aircraft().stream().map(tail -> mission.cleared(tail).map(Aircraft::tail).orElse(tail))
                    .distinct().toList();
        }
        if (mission.cleared().size() == 1) {
            return List.of(mission.aircraft().tail());
        }
        Lineup lineup = Lineup.of(dossier, sitting.chancery().host().checkLife(), command.takenOffAt());
        return lineup.missing().isEmpty()
                ? lineup.tails()
                : AtTheGate.released(dossier, dossier.clearance().orElseThrow().clearance().number(),
                        command.takenOffAt(), sitting.chancery().host().checkLife());
    }

    private static String tails(List<Aircraft> aircraft) {
        return String.join(", ", aircraft.stream().map(Aircraft::tail).toList());
    }

    /** Of several it is said which wait. */
    private static String unchecked(Sitting sitting, Dossier dossier) {
        List<String> missing = Lineup.of(dossier, sitting.chancery().host().checkLife(), sitting.at()).missing();
        return dossier.mission().cleared().size() == 1 || missing.isEmpty()
                ? ""
                : " of " + String.join(", ", missing)
                        + (dossier.mission().spares().isEmpty() ? "" : ", nor of a spare in their place");
    }

    /**
     * Whether clearance, green or amber light and release stood at the instant of take-off, by what was entered until
     * then; what is entered afterwards makes no light green, and a revocation may reach back before it. A device's signed
     * release counts from its own time: it was made without a network, and that is what it is for.
     */
    private static boolean stood(Sitting sitting, Dossier dossier, Instant takenOffAt, List<String> tails) {
        List<Written> until = dossier.history().stream().takeWhile(w -> !w.at().isAfter(takenOffAt)).toList();
        if (until.isEmpty() || dossier.clearance().flatMap(HeldClearance::withdrawnFrom)
                .filter(from -> !from.isAfter(takenOffAt)).isPresent()) {
            return false;
        }
        Dossier then = Dossier.replay(dossier.id(), until);
        Optional<HeldClearance> held = then.clearance().filter(it -> it.life() == Life.VALID);
        if (tails.size() > dossier.mission().aircraftAtOnce()) {
            return false;
        }
        if (held.isPresent() && !stopped(then) && AtTheGate.released(dossier, held.get().clearance().number(),
                takenOffAt, sitting.chancery().host().checkLife()).containsAll(tails)) {
            return true;
        }
        Lineup lineup = Lineup.of(then, sitting.chancery().host().checkLife(), takenOffAt);
        return held.isPresent() && lineup.tails().containsAll(tails)
                && then.movement().call().filter(call -> call == Entry.Call.RELEASE).isPresent()
                && lineup.light() != Light.RED;
    }

    /**
     * A landing ends the flight and closes what is open of its deviations. A landing in an emergency needs neither
     * clearance nor take-off: it is entered on whatever case speaks of the flight.
     */
    static Proceeding landing(Sitting sitting, Dossier dossier, Command.EnterLanding command) {
        boolean refuge = command.landing() == Entry.Landing.EMERGENCY && dossier.movement().landed().isEmpty();
        if (!dossier.movement().airborne() && !refuge) {
            return Proceeding.stop(Refusal.Code.NOT_IN_THE_AIR, "the flight is not in the air",
                    "a take-off without a landing", "enter the take-off first");
        }
        if (command.landedAt().isAfter(sitting.at())) {
            return future(command.landedAt());
        }
        if (dossier.movement().takenOffAt().filter(command.landedAt()::isBefore).isPresent()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "landed at `" + command.landedAt() + "`",
                    "an instant after the take-off", "correct the time").at("at");
        }
        if (command.landing() == Entry.Landing.EMERGENCY && command.words().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason()).at("words");
        }
        List<Entry> entries = new ArrayList<>(List.of(new Entry.Landed(command.landedAt(), command.place().strip(),
                command.landing(), command.words().strip(), onward(sitting, dossier, command))));
        dossier.movement().deviations().stream().filter(deviation -> deviation.closedAt().isEmpty()).forEach(
                deviation -> entries.add(closed(deviation.closed(command.landedAt()))));
        return new Proceeding.Enter(entries);
    }

    /** A planned landing on the way ends a part of the flight; one in an emergency ends it: whether it may go on is for the host to say anew. */
    private static Optional<String> onward(Sitting sitting, Dossier dossier, Command.EnterLanding command) {
        String place = command.place().strip().toUpperCase(Locale.ROOT);
        return command.landing() == Entry.Landing.PLANNED && dossier.movement().airborne()
                ? dossier.mission().onward(sitting.chancery().host().place(place), dossier.movement().hops().size())
                        .filter(sitting.chancery().host().bases()::containsKey)
                : Optional.empty();
    }

    /** A deviation reported again changes nothing: its id says that it is the same. */
    static Proceeding deviation(Dossier dossier, Command.ReportDeviation command) {
        var known = dossier.movement().deviations().stream().filter(d -> d.id().equals(command.deviation().id()))
                .findFirst();
        if (command.deviation().closedAt().isEmpty()) {
            return known.isPresent()
                    ? new Proceeding.Enter(List.of())
                    : Proceeding.enter(opened(command.deviation()));
        }
        boolean open = known.map(d -> d.closedAt().isEmpty()).orElse(false);
        return open
                ? Proceeding.enter(closed(command.deviation()))
                : new Proceeding.Enter(List.of());
    }

    /** Silence is no deviation: nothing is known of such a flight, neither that it kept to its clearance nor that it left it. */
    private static Entry opened(Deviation deviation) {
        return deviation.kind().departs()
                ? new Entry.DeviationConfirmed(deviation)
                : new Entry.SilenceBegan(deviation);
    }

    private static Entry closed(Deviation deviation) {
        return deviation.kind().departs() ? new Entry.DeviationClosed(deviation) : new Entry.SilenceEnded(deviation);
    }

    static Proceeding acknowledge(Dossier dossier, Command.AcknowledgeDeviation command) {
        boolean there = dossier.movement().deviations().stream().anyMatch(d -> d.id().equals(command.deviation()));
        return there
                ? Proceeding.enter(new Entry.DeviationAcknowledged(command.deviation(), command.note().strip()))
                : Proceeding.stop(Refusal.Code.BAD_INPUT, "no deviation `" + command.deviation() + "`",
                        "one of this flight", "look at the flight's deviations");
    }

    private static boolean stopped(Dossier dossier) {
        return dossier.movement().call().map(call -> call == Entry.Call.STOP).orElse(false);
    }

    private static Proceeding withdrawn(HeldClearance held) {
        return Proceeding.stop(Refusal.Code.NO_CLEARANCE,
                "clearance " + held.clearance().number() + " is " + held.life().words(),
                "a clearance that is " + Life.VALID.words(), "keep the aircraft on the ground");
    }

    private static Proceeding noClearance() {
        return Proceeding.stop(Refusal.Code.NO_CLEARANCE, "the case has no clearance", "a cleared flight",
                "nothing may take off on this case");
    }

    private static Proceeding future(Instant at) {
        return Proceeding.stop(Refusal.Code.BAD_INPUT, "`" + at + "`", "an instant that is not in the future",
                "enter what has happened").at("at");
    }
}
