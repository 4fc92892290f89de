package nullaosta.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;

/**
 * A case is forgotten: after its retention, on a ground in law, by two offices, and never while oversight holds it. What it
 * said is gone then; that it was, and who had it erased, stays.
 */
final class Erasing {

    private Erasing() {
    }

    /** What stands between a case and its erasure, as its entries tell. */
    record Standing(boolean held, Optional<Written> proposed) {

        /** A hold takes back what was proposed before it. */
        static Standing of(Dossier dossier) {
            boolean held = false;
            Optional<Written> proposed = Optional.empty();
            for (Written written : dossier.history()) {
                switch (written.entry()) {
                    case Entry.HoldPlaced placed -> {
                        held = true;
                        proposed = Optional.empty();
                    }
                    case Entry.HoldLifted lifted -> held = false;
                    case Entry.ErasureProposed proposal -> proposed = Optional.of(written);
                    default -> {
                    }
                }
            }
            return new Standing(held, proposed);
        }
    }

    static Proceeding hold(Dossier dossier, Command.PlaceHold command) {
        return command.reason().isBlank()
                ? new Proceeding.Stop(Refusal.noReason())
                : Standing.of(dossier).held()
                        ? Proceeding.stop(Refusal.Code.UNDER_HOLD, "the case is held already",
                                "a case that is not held", "look at the case's history")
                        : Proceeding.enter(new Entry.HoldPlaced(command.reason().strip()));
    }

    static Proceeding lift(Dossier dossier, Command.LiftHold command) {
        return command.reason().isBlank()
                ? new Proceeding.Stop(Refusal.noReason())
                : Standing.of(dossier).held()
                        ? Proceeding.enter(new Entry.HoldLifted(command.reason().strip()))
                        : Proceeding.stop(Refusal.Code.NOT_HELD, "the case is not held", "a case that is held",
                                "look at the case's history");
    }

    static Proceeding propose(Sitting sitting, Dossier dossier, Command.ProposeErasure command) {
        return bar(sitting, dossier).<Proceeding>map(Proceeding.Stop::new).orElseGet(
                () -> command.ground().isBlank() || command.reason().isBlank()
                        ? new Proceeding.Stop(Refusal.noReason()).at(command.ground().isBlank() ? "ground" : "reason")
                        : Proceeding.enter(
                                new Entry.ErasureProposed(command.ground().strip(), command.reason().strip())));
    }

    /** On a proposal of another office, which {@link Competence} sees to. */
    static Proceeding erase(Sitting sitting, Dossier dossier, Command.EraseCase command) {
        Optional<Refusal> bar = bar(sitting, dossier);
        if (bar.isPresent()) {
            return new Proceeding.Stop(bar.get());
        }
        Optional<Written> proposed = Standing.of(dossier).proposed();
        if (proposed.isEmpty() || !(proposed.get().entry() instanceof Entry.ErasureProposed proposal)) {
            return Proceeding.stop(Refusal.Code.NOT_PROPOSED, "nobody proposed to erase the case",
                    "a proposal of the desk, made since it was last held", "have the desk propose it");
        }
        return command.reason().isBlank()
                ? new Proceeding.Stop(Refusal.noReason())
                : Proceeding.enter(new Entry.CaseErased(dossier.number(), dossier.mission().operatorState().code(),
                        proposal.ground(), command.reason().strip(), proposed.get().by(), issued(dossier)));
    }

    /** Digests of what was issued in the case, hexadecimal: the register's entries of these are no case's any more. */
    private static List<String> issued(Dossier dossier) {
        return dossier.history().stream().map(Written::entry).filter(Entry.ClearanceIssued.class::isInstance)
                .map(Entry.ClearanceIssued.class::cast)
                .flatMap(issued -> ClearanceToken.read(issued.token()) instanceof ClearanceToken.Reading.Sound sound
                        ? Optional.of(sound.token().digest().hex()).stream()
                        : Optional.<String>empty().stream())
                .toList();
    }

    private static Optional<Refusal> bar(Sitting sitting, Dossier dossier) {
        if (dossier.phase().open() || dossier.movement().airborne()) {
            return Optional.of(Refusal.phase(
                    dossier.movement().airborne() ? "the flight is in the air" : "the case is not decided",
                    "a case that is decided, and no flight of it in the air"));
        }
        Optional<Refusal> hold = underHold(dossier);
        if (hold.isPresent()) {
            return hold;
        }
        Optional<Integer> years = sitting.chancery().host().retentionYears();
        if (years.isEmpty()) {
            return Optional.of(new Refusal(Refusal.Code.RETAINED, "the host keeps its cases for good",
                    "`retentionYears` in its description", "have them set, if the law asks for it"));
        }
        LocalDate until = last(dossier).atZone(sitting.chancery().host().zone()).toLocalDate().plusYears(years.get());
        return sitting.at().atZone(sitting.chancery().host().zone()).toLocalDate().isBefore(until)
                ? Optional.of(new Refusal(Refusal.Code.RETAINED, "the case is kept until " + until,
                        "a case whose " + years.get() + " years are over", "wait until then"))
                : Optional.empty();
    }

    /** Why nothing of it may be forgotten now, whatever its age: oversight holds it, or waits for an answer. */
    static Optional<Refusal> underHold(Dossier dossier) {
        if (Standing.of(dossier).held()) {
            return Optional.of(new Refusal(Refusal.Code.UNDER_HOLD, "oversight holds the case",
                    "a case that nobody holds", "ask oversight to lift its hold"));
        }
        if (dossier.allegations().stream().anyMatch(it -> !it.answered())) {
            return Optional.of(new Refusal(Refusal.Code.UNDER_HOLD, "an allegation of harm is not answered",
                    "a case without one", "answer it first"));
        }
        if (dossier.questions().stream().anyMatch(HeldQuestion::open)) {
            return Optional.of(new Refusal(Refusal.Code.UNDER_HOLD, "a question of oversight is not answered",
                    "a case without one", "answer it first"));
        }
        return Optional.empty();
    }

    /** When anything was last done with it, its holds and proposals apart; not before the end of its window. */
    private static Instant last(Dossier dossier) {
        Instant window = dossier.mission().window().until();
        return dossier.history().stream().filter(written -> switch (written.entry()) {
            case Entry.HoldPlaced placed -> false;
            case Entry.HoldLifted lifted -> false;
            case Entry.ErasureProposed proposal -> false;
            default -> true;
        }).map(Written::at).reduce(window, (a, b) -> a.isAfter(b) ? a : b);
    }
}
