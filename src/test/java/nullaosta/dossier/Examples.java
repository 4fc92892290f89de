package nullaosta.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Position;
import nullaosta.decision.Opinion;
import nullaosta.decision.Oral;
import nullaosta.decision.Signature;
import nullaosta.decision.Verdict;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.mission.ProtectedParty;
import nullaosta.quantity.Distance;

/** Consultations and protected parties as they are entered. */
final class Examples {

    static final Opinion NO_OBJECTION = new Opinion(Opinion.Stance.NO_OBJECTION, "Cons. M. Riva", LocalDate.parse(
            "2016-03-01"), "", Optional.of("letter 44"), Optional.of("ab".repeat(32)));

    static final Opinion OBJECTION = new Opinion(Opinion.Stance.OBJECTION, "Cons. M. Riva",
            LocalDate.parse("2016-03-01"), "the wrong day for it", Optional.empty(), Optional.empty());

    /** Misrata, within 50 km of the corridor's southern end, for the whole window. */
    static final Circle MISRATA = new Circle(new Position(32.375, 15.092), new Distance(2_000));

    static final Command.EnterProtectedParty PARTY = at(MISRATA);

    static final Command.AllegeHarm ALLEGATION = new Command.AllegeHarm("a hospital in Sirte",
            LocalDate.parse("2016-03-01"), Grade.parse("C3"), "a farm south of Sirte", Optional.of(2), Optional.empty(),
            "two farmers were brought in dead");

    /** A minister on the telephone at 12:10Z, entered five minutes later. */
    static final Signature HEARD = new Signature("min.ferri", "On. G. Ferri", "government", "decree 1/2016",
            Verdict.APPROVE, "they must be protected tonight", Instant.parse("2016-03-01T12:15:00Z"), Optional.empty(),
            Optional.of(new Oral("desk.greco", "standing delegation 2/2016 (exercise)",
                    Instant.parse("2016-03-01T12:10:00Z"), "telephone", "Ten. Greco",
                    Instant.parse("2016-03-02T00:10:00Z"))),
            Optional.empty());

    private Examples() {
    }

    static Command.EnterProtectedParty at(Circle place) {
        return new Command.EnterProtectedParty("the field hospital", "LIBYA", place, Missions.armed().window(),
                "liaison officer, Tunis", Grade.parse("B2"));
    }

    static ProtectedParty party(Circle place) {
        Command.EnterProtectedParty entered = at(place);
        return new ProtectedParty(1, entered.who(), entered.area(), entered.place(), entered.there(),
                entered.source(), entered.grade());
    }
}
