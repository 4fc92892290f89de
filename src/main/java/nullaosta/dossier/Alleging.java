package nullaosta.dossier;

import java.time.LocalDate;
import java.util.List;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;

/** Allegations that a cleared flight harmed civilians, and what the host found. */
final class Alleging {

    private Alleging() {
    }

    static Proceeding allege(Sitting sitting, Dossier dossier, Command.AllegeHarm command) {
        if (dossier.clearance().isEmpty()) {
            return Proceeding.stop(Refusal.Code.NO_CLEARANCE, "the case has no clearance",
                    "a flight that was cleared", "find the flight that the source speaks of");
        }
        LocalDate today = sitting.at().atZone(sitting.chancery().host().zone()).toLocalDate();
        if (command.dated().isAfter(today)) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "dated `" + command.dated() + "`",
                    "a day that is not in the future", "give the day on which the source said so").at("dated");
        }
        return Proceeding.enter(new Entry.HarmAlleged(new HarmAllegation(dossier.allegations().size() + 1,
                command.source().strip(), command.dated(), command.grade(), command.place().strip(), command.dead(),
                command.injured(), command.words().strip())));
    }

    /** An inquiry may be answered again: the last answer counts, and all stand in the history. */
    static Proceeding answer(Dossier dossier, Command.AnswerAllegation command) {
        List<HeldAllegation> held = dossier.allegations();
        if (command.allegation() > held.size()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "no allegation " + command.allegation(),
                    held.isEmpty() ? "an allegation that was entered" : "one of 1 to " + held.size(),
                    "look at the allegations in the case").at("allegation");
        }
        return Proceeding.enter(new Entry.AllegationAnswered(command.allegation(), command.finding(),
                command.words().strip()));
    }
}
