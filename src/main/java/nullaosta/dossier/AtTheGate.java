package nullaosta.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.PaperUse;
import nullaosta.dossier.entry.Written;
import nullaosta.gate.GateCheck;
import nullaosta.mission.Mission;

/** What a base's devices checked without a network, and a paper that was used twice. */
final class AtTheGate {

    private AtTheGate() {
    }

    /** Entered once; what was entered before changes nothing. */
    static Proceeding enter(Dossier dossier, Command.EnterGateCheck command) {
        String digest = command.signed().digest().hex();
        if (dossier.history().stream().anyMatch(
                it -> it.entry() instanceof Entry.GateChecked known && known.digest().equals(digest))) {
            return new Proceeding.Enter(List.of());
        }
        GateCheck check = command.signed().check();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.GateChecked(command.device().base(), digest, check));
        if (check.releases()) {
            PaperUse now = new PaperUse(command.device().base(), check.device(), check.at());
            entries.addAll(twice(dossier, check, now));
        }
        return new Proceeding.Enter(entries);
    }

    /** Another device let the same paper go, or the flight had taken off when it was let go. */
    private static List<Entry> twice(Dossier dossier, GateCheck check, PaperUse now) {
        List<Entry> twice = new ArrayList<>();
        String number = check.clearance().orElseThrow();
        dossier.gateReleases().stream()
                .filter(known -> known.check().token().equals(check.token())
                        && !known.check().device().equals(check.device())
                        && !oneAfterTheOther(dossier, known.base(), now.base()))
                .map(AtTheGate::use)
                .forEach(before -> twice.add(new Entry.PaperUsedTwice(number, before, now)));
        String base = dossier.movement().base(dossier.mission());
        dossier.movement().takenOffAt()
                .filter(off -> after(check, off) && !oneAfterTheOther(dossier, base, now.base()))
                .ifPresent(off -> twice.add(new Entry.PaperUsedTwice(number, new PaperUse(base, "", off), now)));
        return twice;
    }

    /** A flight with a stop shows its paper at each base that it leaves. */
    private static boolean oneAfterTheOther(Dossier dossier, String one, String other) {
        return !one.equals(other) && dossier.mission().leaves(one) && dossier.mission().leaves(other);
    }

    private static PaperUse use(Entry.GateChecked released) {
        return new PaperUse(released.base(), released.check().device(), released.check().at());
    }

    /** What was let go after the flight had taken off, as is known once the take-off is entered. */
    static List<Entry> releasedAfter(Dossier dossier, Instant takenOffAt) {
        String base = dossier.movement().base(dossier.mission());
        PaperUse off = new PaperUse(base, "", takenOffAt);
        return dossier.gateReleases().stream()
                .filter(known -> after(known.check(), takenOffAt) && !oneAfterTheOther(dossier, base, known.base()))
                .<Entry>map(known -> new Entry.PaperUsedTwice(known.check().clearance().orElseThrow(), off,
                        use(known)))
                .toList();
    }

    /** By more than two clocks may differ: the device's is not the tower's. */
    private static boolean after(GateCheck check, Instant takenOffAt) {
        return takenOffAt.plus(TokenCheck.CLOCKS).isBefore(check.at());
    }

    /**
     * Tails of what was let go: where the last word of the devices of the base that it leaves before the take-off was to let it
     * go, on the paper of that clearance and within the time that a check stands; all by their own clocks. A record that
     * does not say which of several stood there lets none go.
     */
    static List<String> released(Dossier dossier, String clearance, Instant takenOffAt, Duration checkLife) {
        String base = dossier.movement().base(dossier.mission());
        return dossier.history().stream().map(Written::entry).filter(Entry.GateChecked.class::isInstance)
                .map(Entry.GateChecked.class::cast).filter(known -> known.base().equals(base))
                .map(Entry.GateChecked::check)
                .filter(check -> check.call() != GateCheck.Call.NONE && !check.at().isAfter(takenOffAt)
                        && check.clearance().orElse("").equals(clearance))
                .max(Comparator.comparing(GateCheck::at).thenComparing(GateCheck::number))
                .filter(check -> check.releases() && !check.at().plus(checkLife).isBefore(takenOffAt))
                .map(check -> stood(dossier.mission(), check)).orElse(List.of());
    }

    private static List<String> stood(Mission mission, GateCheck check) {
        return check.aircraft().orElseGet(() -> mission.cleared().size() == 1
                ? List.of(mission.aircraft().tail())
                : List.of());
    }

    /** A device's stop is the commander's, unless the commander spoke after it. */
    static boolean stops(Dossier dossier, Entry.GateChecked checked) {
        return checked.check().call() == GateCheck.Call.STOP
                && checked.base().equals(dossier.movement().base(dossier.mission()))
                && dossier.history().stream().noneMatch(it -> it.entry() instanceof Entry.CommanderCalled
                        && it.at().isAfter(checked.check().at()));
    }
}
