package nullaosta.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nullaosta.clearance.Life;
import nullaosta.decision.Consultation;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.mission.DataMode;
import nullaosta.mission.Declared;
import nullaosta.quantity.TimeWindow;

/**
 * A case in one line, for the queue, the base's board, the watch and the counts. Made from the entries alone: deleting
 * all rows and replaying gives them again.
 *
 * @param agreement id without version, if one was found
 * @param outcome of the latest assessment
 * @param waitsFor who must move next, in words
 * @param departureDay in the host's time
 * @param deviations open and closed; silence is none
 * @param refusalClauses clauses a refusal rested on, joined by commas
 * @param silences how often nothing was heard of it for too long
 * @param silent whether it is not heard now
 * @param allegations of harm to civilians, answered or not
 * @param aircraft how many fly, or flew
 * @param oralUntil when a decision by word of mouth that it rests on lapses, where one waits for its officer
 * @param answersBy the last day on which an office may answer of those that were asked and have not: the first of such days; while the case is open
 * @param marks tails and call signs of its other aircraft, spares among them
 * @param openAllegations those that no inquiry has answered
 * @param silenceAt when the silence of an office that was asked is taken for no objection by its own rule: the first of such instants
 * @param bases every base that it leaves or comes to, by code, its own first
 * @param openQuestions of oversight, that the desk has not answered
 */
public record Row(DossierId id, String number, DataMode mode, String operatorState, String operator,
        String aircraftType, String tail, String callSign, String base, String purpose, boolean armed, String route,
        Instant departure, LocalDate departureDay, TimeWindow window, Instant receivedAt, Phase phase,
        Optional<String> agreement, String outcome, String waitsFor, Optional<String> clearance, Optional<Life> life,
        Optional<Integer> statusIndex, Optional<String> light, Optional<Instant> takenOffAt,
        Optional<Instant> landedAt, boolean emergency, int openDeviations, int deviations, String refusalClauses,
        int version, int silences, boolean silent, int allegations, int openAllegations,
        int aircraft, List<String> marks, Optional<Instant> oralUntil,
        Optional<LocalDate> answersBy, int openQuestions, List<String> bases, Optional<Instant> silenceAt) {

    public Row {
        bases = List.copyOf(bases);
        marks = List.copyOf(marks);
    }

    static Row of(Dossier dossier, ZoneId zone) {
        var mission = dossier.mission();
        var movement = dossier.movement();
        var held = dossier.clearance();
        return new Row(dossier.id(), dossier.number(), mission.dataMode(), mission.operatorState().code(),
                mission.operator(), mission.aircraft().type(), mission.aircraft().tail(),
                mission.aircraft().callSign(), mission.base(), mission.purpose(),
                mission.armed() == Declared.YES, mission.route(), mission.departure(),
                mission.departure().atZone(zone).toLocalDate(), mission.window(), dossier.receipt().receivedAt(),
                dossier.phase(),
                dossier.assessed().flatMap(a -> a.agreement()).map(id -> id.substring(0, id.indexOf('/'))),
                dossier.assessed().map(a -> a.outcome().name()).orElse("NOT_ASSESSED"), NextStep.of(dossier).inWords(),
                held.map(h -> h.clearance().number()), held.map(HeldClearance::life),
                held.map(h -> h.clearance().statusIndex()),
                movement.lastCheck().map(check -> check.check().light().name()), movement.takenOffAt(),
                movement.landed().map(l -> l.landedAt()),
                movement.landed().map(l -> l.landing() == Entry.Landing.EMERGENCY)
                        .orElse(false),
                count(movement, deviation -> deviation.kind().departs() && deviation.closedAt().isEmpty()),
                count(movement, deviation -> deviation.kind().departs()),
                dossier.decided().map(d -> String.join(",", d.clauses())).orElse(""), dossier.version(),
                count(movement, deviation -> !deviation.kind().departs()),
                movement.deviations().stream().anyMatch(it -> !it.kind().departs() && it.closedAt().isEmpty()),
                dossier.allegations().size(),
                (int) dossier.allegations().stream().filter(it -> !it.answered()).count(),
                movement.flew().isEmpty() ? mission.aircraftAtOnce() : movement.flew().size(),
                mission.cleared().stream().skip(1).flatMap(one -> Stream.of(one.tail(), one.callSign())).distinct()
                        .toList(),
                dossier.oralUntil(), answersBy(dossier),
                (int) dossier.questions().stream().filter(HeldQuestion::open).count(), mission.places(),
                dossier.phase().open()
                        ? dossier.file().consultations().stream().flatMap(it -> it.silenceAt(zone).stream())
                                .min(Instant::compareTo)
                        : Optional.empty());
    }

    /** What is left of it for counting when the case is erased: nothing of who flew what, and where to. */
    Row erased(Instant at) {
        return new Row(id, number, mode, operatorState, "", "", "", "", base, purpose, armed, "", departure,
                departureDay,
                window, receivedAt, phase, agreement, outcome, "nobody: erased on " + at.toString().substring(0, 10),
                clearance, life, statusIndex, light, takenOffAt, landedAt, emergency, openDeviations, deviations,
                refusalClauses, version, silences, silent, allegations, openAllegations, aircraft, List.of(),
                Optional.empty(), Optional.empty(), 0, List.of(), Optional.empty());
    }

    private static Optional<LocalDate> answersBy(Dossier dossier) {
        return dossier.phase().open()
                ? dossier.file().consultations().stream().filter(Consultation::open).map(Consultation::answerBy)
                        .min(LocalDate::compareTo)
                : Optional.empty();
    }

    private static int count(Movement movement, Predicate<Deviation> which) {
        return (int) movement.deviations().stream().filter(which).count();
    }
}
