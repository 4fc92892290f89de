package nullaosta.dossier;

import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
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

    static Proceeding strikeOut(Sitting sitting, Dossier dossier, Command.StrikeOutProtectedParty command) {
        Optional<Proceeding> closed = notNamed(sitting).or(() -> Clarifying.open(dossier));
        if (closed.isPresent()) {
            return closed.get();
        }
        if (command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        List<Integer> numbers = dossier.file().protectedParties().stream().map(ProtectedParty::number).toList();
        return numbers.contains(command.party())
                ? Clarifying.assessed(sitting, dossier,
                        new Entry.ProtectedPartyStruckOut(command.party(), command.reason().strip()))
                : Proceeding.stop(Refusal.Code.UNKNOWN_PROTECTED_PARTY, "no protected party " + command.party(),
                        numbers.isEmpty() ? "a case with one" : "one of " + numbers, "").at("party");
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
