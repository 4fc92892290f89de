package nullaosta.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.airspace.Circle;
import nullaosta.appointment.SignedText;
import nullaosta.decision.Opinion;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.flight.Apron;
import nullaosta.flight.Deviation;
import nullaosta.gate.Device;
import nullaosta.gate.SignedCheck;
import nullaosta.mission.Grade;
import nullaosta.mission.Mission;
import nullaosta.mission.Receipt;
import nullaosta.quantity.TimeWindow;

/** What a person asks to be done in a case. */
public sealed interface Command {

    /**
     * @param receipt when it reached the host; what a requester files is received at that instant
     * @param original what it came as, where the desk files for a requester
     */
    record FileMission(Mission mission, Receipt receipt, Optional<String> original) implements Command {}

    record AmendMission(Mission mission, String reason) implements Command {}

    record WithdrawMission(String reason) implements Command {}

    record CorrectReceipt(Receipt receipt, String reason) implements Command {}

    record MakeStatement(String fact, String value, String source, LocalDate dated, Optional<String> document,
            Optional<String> sha256, Grade grade, Basis basis)
            implements
                Command {}

    record RuleOnStatement(String fact, int statement, String reason) implements Command {}

    /** @param answerBy the last day of its time */
    record AskOffice(String office, String question, LocalDate answerBy) implements Command {}

    record EnterOpinion(int consultation, Opinion opinion) implements Command {}

    /**
     * An office itself answers, by the link that the desk passed on.
     *
     * @param by who answers for it, as printed
     */
    record AnswerByLink(OfficeLink link, Opinion.Stance stance, String by, String words) implements Command {}

    record EnterProtectedParty(String who, String area, Circle place, TimeWindow there, String source, Grade grade)
            implements
                Command {}

    record StrikeOutProtectedParty(int party, String reason) implements Command {}

    /**
     * @param party one that was struck out
     * @param ground in law
     */
    record ForgetProtectedParty(int party, String ground, String reason) implements Command {}

    record LookAtProtectedParties(String reason) implements Command {}

    /** @param terms id of a published version, such as {@code it-us-sigonella/2} */
    record ReassessUnder(String terms) implements Command {}

    record PrepareDecision(Verdict proposed, String reasons, List<String> conditions) implements Command {}

    /** @param own the decision's text under the officer's own signature */
    record SignDecision(Verdict verdict, String reasons, Optional<SignedText> own) implements Command {

        /** On the server's record alone. */
        public SignDecision(Verdict verdict, String reasons) {
            this(verdict, reasons, Optional.empty());
        }
    }

    /**
     * @param officer id of who decided
     * @param means by which it was said
     * @param heardBy who heard it, in words
     */
    record EnterOralDecision(String officer, Verdict verdict, String reasons, Instant givenAt, String means,
            String heardBy) implements Command {}

    /** @param own the decision's text under the officer's own signature; none for a denial */
    record AnswerOralDecision(Entry.OralWord word, String reasons, Optional<SignedText> own) implements Command {}

    record SuspendClearance(String reason) implements Command {}

    record ResumeClearance(String reason) implements Command {}

    /** @param from the instant from which the flight is no longer permitted; now where empty */
    record RevokeClearance(String reason, Optional<Instant> from) implements Command {}

    record CloseBlock(String reason) implements Command {}

    record CheckTakeoff(Apron apron) implements Command {}

    /** Whoever hands it over, the device's signature is what it stands on. */
    record EnterGateCheck(SignedCheck signed, Device device) implements Command {

        public EnterGateCheck {
            if (!signed.signedBy(device)) {
                throw new IllegalArgumentException("another key signed this record");
            }
        }
    }

    record CallTakeoff(Entry.Call call, String reason) implements Command {}

    /** @param aircraft tails of what took off; none where it follows from the checks */
    record EnterTakeoff(Instant takenOffAt, List<String> aircraft) implements Command {

        public EnterTakeoff {
            aircraft = List.copyOf(aircraft);
        }

        public EnterTakeoff(Instant takenOffAt) {
            this(takenOffAt, List.of());
        }
    }

    record EnterLanding(Instant landedAt, String place, Entry.Landing landing, String words) implements Command {}

    record ReportDeviation(Deviation deviation) implements Command {}

    record AcknowledgeDeviation(String deviation, String note) implements Command {}

    /** @param dead as alleged; empty where the source says no number */
    record AllegeHarm(String source, LocalDate dated, Grade grade, String place, Optional<Integer> dead,
            Optional<Integer> injured, String words)
            implements
                Command {}

    record AnswerAllegation(int allegation, HarmAllegation.Finding finding, String words) implements Command {}

    /** @param token of another host's clearance, as scanned or pasted */
    record EnterClearanceAbroad(String token) implements Command {}

    record AskDesk(String question) implements Command {}

    /** @param question its number in the case */
    record AnswerQuestion(int question, String answer) implements Command {}

    record PlaceHold(String reason) implements Command {}

    record LiftHold(String reason) implements Command {}

    /** @param ground in law */
    record ProposeErasure(String ground, String reason) implements Command {}

    record EraseCase(String reason) implements Command {}
}
