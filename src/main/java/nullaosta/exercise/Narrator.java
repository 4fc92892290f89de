package nullaosta.exercise;

import java.time.Instant;
import java.util.Optional;
import nullaosta.assessment.Assessment;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.party.Person;

/** Told of each step while a scene is played. */
public interface Narrator {

    /** Says nothing. */
    Narrator SILENT = new Narrator() {
    };

    default void filed(Person by, Dossier dossier) {
    }

    default void stated(Command.MakeStatement statement) {
    }

    default void assessed(Dossier dossier, Optional<Assessment> assessment) {
    }

    default void signed(Person officer, Verdict verdict, Dossier dossier) {
    }

    default void cleared(Dossier dossier) {
    }

    default void refused(Dossier dossier) {
    }

    default void checked(Entry.TakeoffChecked check) {
    }

    default void called(Person commander, Entry.Call call) {
    }

    default void tookOff(Instant at) {
    }

    default void deviated(Instant at, Deviation deviation) {
    }

    default void revoked(Instant at, Person officer) {
    }

    default void landed(Instant at) {
    }
}
