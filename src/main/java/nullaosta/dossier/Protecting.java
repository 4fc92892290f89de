package nullaosta.dossier;

import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.ProtectedParty;

/** Whom a flight protects, where and when: kept by those named for it, and each look is entered. */
final class Protecting {

    private Protecting() {
    }

    static Proceeding enter(Sitting sitting, Dossier dossier, Command.EnterProtectedParty command) {
        Optional<Proceeding> closed = notNamed(sitting).or(() -> Clarifying.open(dossier));
        if (closed.isPresent()) {
            return closed.get();
        }
        if (command.who().isBlank() || command.source().isBlank()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "a protected party without name or source",
                    "who they are, and who says so", "give both").at(command.who().isBlank() ? "who" : "source");
        }
        if (!sitting.chancery().missions().areas().contains(command.area())) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "`" + command.area() + "` as their area",
                    "one of " + String.join(", ", sitting.chancery().missions().areas()),
                    "give the theatre they are in").at("area");
        }
        return Clarifying.assessed(sitting, dossier, new Entry.ProtectedPartyEntered(
                new ProtectedParty(dossier.file().partiesEntered() + 1, command.who().strip(), command.area(),
                        command.place(), command.there(), command.source().strip(), command.grade())));
    }

    /** Also once the case is decided; what was decided stays decided. */
    static Proceeding strikeOut(Sitting sitting, Dossier dossier, Command.StrikeOutProtectedParty command) {
        Optional<Proceeding> closed = notNamed(sitting);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        List<Integer> numbers = dossier.file().protectedParties().stream().map(ProtectedParty::number).toList();
        if (!numbers.contains(command.party())) {
            return Proceeding.stop(Refusal.Code.UNKNOWN_PROTECTED_PARTY, "no protected party " + command.party(),
                    numbers.isEmpty() ? "a case with one" : "one of " + numbers, "").at("party");
        }
        var struckOut = new Entry.ProtectedPartyStruckOut(command.party(), command.reason().strip());
        return dossier.phase().open()
                ? Clarifying.assessed(sitting, dossier, struckOut)
                : Proceeding.enter(struckOut);
    }

    /** Two offices: the desk strikes out, an officer has it forgotten; never while oversight may still ask. */
    static Proceeding forget(Sitting sitting, Dossier dossier, Command.ForgetProtectedParty command) {
        Optional<Proceeding> closed = notNamed(sitting)
                .or(() -> Erasing.underHold(dossier).map(Proceeding.Stop::new));
        if (closed.isPresent()) {
            return closed.get();
        }
        if (command.ground().isBlank() || command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason()).at(command.ground().isBlank() ? "ground" : "reason");
        }
        Optional<Written> said = said(dossier, command.party());
        Optional<Written> struckOut = dossier.history().stream()
                .filter(it -> it.entry() instanceof Entry.ProtectedPartyStruckOut struck
                        && struck.party() == command.party())
                .findFirst();
        if (said.isEmpty() || struckOut.isEmpty()) {
            List<Integer> numbers = struckOut(dossier);
            return Proceeding.stop(Refusal.Code.UNKNOWN_PROTECTED_PARTY,
                    "no protected party " + command.party() + " that was struck out",
                    numbers.isEmpty() ? "a case with one" : "one of " + numbers, "have the desk strike it out first")
                    .at("party");
        }
        return sitting.session().forgettable(dossier.id(), said.get().number())
                ? Proceeding.enter(new Entry.PartyForgotten(command.party(), said.get().number(),
                        command.ground().strip(), command.reason().strip(), struckOut.get().by()))
                : Proceeding.stop(Refusal.Code.RETAINED, "an entry of an earlier release, without a key of its own",
                        "one that can be forgotten by itself", "it is gone when its case is erased");
    }

    /** Numbers of those that were struck out and not forgotten. */
    static List<Integer> struckOut(Dossier dossier) {
        List<Integer> standing = dossier.file().protectedParties().stream().map(ProtectedParty::number).toList();
        return dossier.history().stream().map(Written::entry).filter(Entry.ProtectedPartyEntered.class::isInstance)
                .map(Entry.ProtectedPartyEntered.class::cast).map(entered -> entered.party().number())
                .filter(number -> !standing.contains(number)).toList();
    }

    private static Optional<Written> said(Dossier dossier, int party) {
        return dossier.history().stream().filter(it -> it.entry() instanceof Entry.ProtectedPartyEntered entered
                && entered.party().number() == party).findFirst();
    }

    /** The answer shows them; that it was asked for stands in the case from then on. */
    static Proceeding look(Sitting sitting, Dossier dossier, Command.LookAtProtectedParties command) {
        Optional<Proceeding> closed = notNamed(sitting);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        return dossier.file().protectedParties().isEmpty()
                ? Proceeding.stop(Refusal.Code.UNKNOWN_PROTECTED_PARTY, "no protected party", "a case with one", "")
                : Proceeding.enter(new Entry.ProtectedPartiesSeen(command.reason().strip()));
    }

    private static Optional<Proceeding> notNamed(Sitting sitting) {
        return sitting.by().protectedPartiesAct().isPresent()
                ? Optional.empty()
                : Optional.of(Proceeding.stop(Refusal.Code.NOT_NAMED,
                        "`" + sitting.by().id() + "`, whom no act names for protected parties",
                        "somebody named for them", "ask one of those whom the host's list of people names"));
    }
}
