package nullaosta.dossier.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.token.Light;
import nullaosta.decision.Consultation;
import nullaosta.decision.Draft;
import nullaosta.decision.Opinion;
import nullaosta.decision.Signature;
import nullaosta.decision.Verdict;
import nullaosta.flight.Apron;
import nullaosta.flight.Deviation;
import nullaosta.flight.Remark;
import nullaosta.gate.GateCheck;
import nullaosta.mission.Mission;
import nullaosta.mission.ProtectedParty;
import nullaosta.mission.Receipt;
import nullaosta.mission.Ruling;
import nullaosta.mission.Statement;

/** One thing that happened in a case. The names are stored and shown in the register: they never change. */
public sealed interface Entry {

    /** Whether it belongs to the host's own deliberation, which is closed to whoever asked. */
    default boolean deliberates() {
        return switch (this) {
            case StatementMade made -> true;
            case StatementRuled ruled -> true;
            case OfficeAsked asked -> true;
            case OfficeAnswered answered -> true;
            case OfficeSilent silent -> true;
            case ProtectedPartyEntered entered -> true;
            case ProtectedPartyStruckOut struck -> true;
            case ProtectedPartiesSeen seen -> true;
            case Tried tried -> true;
            case DecisionPrepared prepared -> true;
            case DecisionSigned signed -> true;
            case OralDecisionEntered entered -> true;
            case OralDecisionConfirmed confirmed -> true;
            case OralDecisionLapsed lapsed -> true;
            case ErasureProposed proposed -> true;
            case Forgotten forgotten -> true;
            case DeskAsked asked -> true;
            case QuestionAnswered answered -> true;
            default -> false;
        };
    }

    /** Whether it is about somebody who may be forgotten while the case is kept; it is closed under a key of its own. */
    default boolean personal() {
        return this instanceof ProtectedPartyEntered;
    }

    /**
     * @param caseNumber the host's number, given here
     * @param original what the request came as, where the desk filed it for a requester: {@code note verbale 112/2016}
     */
    record MissionFiled(String caseNumber, Mission mission, Receipt receipt, Optional<String> original)
            implements
                Entry {}

    record ReceiptCorrected(Receipt receipt, String reason) implements Entry {}

    record MissionAmended(Mission mission, AmendmentClass amendment, String reason) implements Entry {}

    /** What an amendment restarts. */
    enum AmendmentClass {
        /** Names and papers only: the case stays as it is. */
        ADMINISTRATIVE,
        /** Departure and times of legs, by no more than the host's tolerance: assessed anew; what was decided stands, if each clause is found as before. */
        WITHIN_TOLERANCE,
        /** Anything an assessment or a clearance looks at: assessed, prepared and decided again. */
        MATERIAL
    }

    record StatementMade(Statement statement) implements Entry {}

    record StatementRuled(Ruling ruling) implements Entry {}

    record OfficeAsked(Consultation consultation) implements Entry {}

    /** @param consultation its number */
    record OfficeAnswered(int consultation, Opinion opinion) implements Entry {}

    /**
     * Its time is over, and by a rule of its own its silence is no objection.
     *
     * @param consultation its number
     */
    record OfficeSilent(int consultation, String rule) implements Entry {}

    record ProtectedPartyEntered(ProtectedParty party) implements Entry {}

    /** @param party its number */
    record ProtectedPartyStruckOut(int party, String reason) implements Entry {}

    /**
     * What was entered of a protected party is gone for good.
     *
     * @param entry number of the entry that said it
     * @param ground in law
     * @param struckOutBy id of who struck it out: of another office than who has it forgotten
     */
    record PartyForgotten(int party, int entry, String ground, String reason, String struckOutBy) implements Entry {}

    /** What stands in the place of an entry whose key is gone; read, and never entered. */
    record Forgotten() implements Entry {}

    /** Who looked is the entry's author. */
    record ProtectedPartiesSeen(String reason) implements Entry {}

    /**
     * @param agreement id and version it was assessed under, such as {@code it-us-sigonella/1}; empty where none governs
     * @param authorities those it refers the case to
     * @param clausesInTheWay breached ones, else those that wait for facts
     * @param assessment everything the assessment said, to be replayed
     * @param digest SHA-256 of that, hexadecimal
     */
    record Assessed(Optional<String> agreement, Outcome outcome, List<String> authorities,
            List<String> clausesInTheWay, Map<String, Object> assessment, String digest)
            implements
                Entry {

        public Assessed {
            authorities = List.copyOf(authorities);
            clausesInTheWay = List.copyOf(clausesInTheWay);
            assessment = Map.copyOf(assessment);
        }
    }

    /** Findings under another version than the one that governs, or after the decision; the case stays as it is. */
    record Tried(Assessed findings) implements Entry {}

    record DecisionPrepared(Draft draft) implements Entry {}

    record DecisionSigned(Signature signature, List<String> waitingFor) implements Entry {}

    /** An officer's decision by word of mouth; the entry's author is the duty officer. */
    record OralDecisionEntered(Signature signature, List<String> waitingFor) implements Entry {}

    /** @param late whether it had lapsed before: then the flight was in the air */
    record OralDecisionConfirmed(Signature signature, boolean late) implements Entry {}

    /**
     * @param officer id of whose decision it was
     * @param denied whether the officer said that they gave none; otherwise its time passed
     */
    record OralDecisionLapsed(String officer, boolean denied, String reason) implements Entry {}

    /** An officer's word on what was entered in their name. */
    enum OralWord {
        CONFIRM,
        DENY
    }

    /** @param clauses that a refusal rests on */
    record Decided(Verdict verdict, List<String> clauses, String reasons) implements Entry {}

    /** @param token the signed document, without receipt */
    record ClearanceIssued(Clearance clearance, String token) implements Entry {}

    /** Leave for as many flights like the mission as it says; each is announced. */
    record BlockGranted(int flights) implements Entry {}

    record BlockClosed(String reason) implements Entry {}

    /** @param flight number of the case that was cleared in this block */
    record FlightAnnounced(String flight) implements Entry {}

    /** @param place which of the block's flights it is, counted from 1 */
    record ClearedInBlock(String block, int place) implements Entry {}

    /** It was announced in a block and is not what was granted there: it is decided by itself. */
    record OutsideBlock(String block, List<String> reasons) implements Entry {
        public OutsideBlock {
            reasons = List.copyOf(reasons);
        }
    }

    record ClearanceReplaced(String number) implements Entry {}

    record ClearanceSuspended(String number, String reason, Instant from) implements Entry {}

    record ClearanceResumed(String number, String reason) implements Entry {}

    record ClearanceRevoked(String number, String reason, Instant from) implements Entry {}

    record MissionWithdrawn(String reason) implements Entry {}

    record TakeoffChecked(String clearance, Apron apron, Light light, List<Remark> remarks) implements Entry {}

    record CommanderCalled(Call call, String reason) implements Entry {}

    /** The base commander's last word. */
    enum Call {
        RELEASE,
        STOP
    }

    /**
     * @param green whether a green light and a release stood when it took off
     * @param aircraft tails of what took off, the leader first; empty where only one was cleared
     */
    record TakenOff(Instant takenOffAt, boolean green, Optional<List<String>> aircraft) implements Entry {

        public TakenOff {
            aircraft = aircraft.map(List::copyOf);
        }
    }

    /** @param onward the base of the host from which it goes on by the same clearance; empty where the flight ends */
    record Landed(Instant landedAt, String place, Landing landing, String words, Optional<String> onward)
            implements
                Entry {

        /** Where the flight ends. */
        public Landed(Instant landedAt, String place, Landing landing, String words) {
            this(landedAt, place, landing, words, Optional.empty());
        }
    }

    enum Landing {
        PLANNED,
        EMERGENCY
    }

    /**
     * What a device of a base checked without a network; it may have come much later.
     *
     * @param base of the device
     * @param digest of the record that the device signed
     */
    record GateChecked(String base, String digest, GateCheck check) implements Entry {}

    /** One paper let go, or took off, more than once: one of the two had no clearance. */
    record PaperUsedTwice(String clearance, PaperUse first, PaperUse second) implements Entry {}

    record DeviationConfirmed(Deviation deviation) implements Entry {}

    record DeviationClosed(Deviation deviation) implements Entry {}

    /** Nothing was heard of the flight; entries of earlier releases have it among the deviations. */
    record SilenceBegan(Deviation silence) implements Entry {}

    /** It was heard again, or has landed. */
    record SilenceEnded(Deviation silence) implements Entry {}

    record DeviationAcknowledged(String deviation, String note) implements Entry {}

    record HarmAlleged(HarmAllegation allegation) implements Entry {}

    /** @param allegation its number */
    record AllegationAnswered(int allegation, HarmAllegation.Finding finding, String words) implements Entry {}

    /**
     * Oversight asks the desk about the case.
     *
     * @param number in the case, from 1
     */
    record DeskAsked(int number, String question) implements Entry {}

    /** @param question its number */
    record QuestionAnswered(int question, String answer) implements Entry {}

    /**
     * Another host's clearance for the same flight; of one state the last that was entered counts.
     *
     * @param state  ISO 3166 code of that host
     * @param number of its clearance
     * @param token  its signed document
     */
    record ClearanceAbroadEntered(String state, String number, String token) implements Entry {}

    /** Oversight has the case kept, whatever the retention. */
    record HoldPlaced(String reason) implements Entry {}

    record HoldLifted(String reason) implements Entry {}

    /** @param ground in law */
    record ErasureProposed(String ground, String reason) implements Entry {}

    /**
     * The last entry of a case, and the only one that can be read from then on.
     *
     * @param caseNumber the host's number, as it was filed under
     * @param operatorState whose mission it was
     * @param ground in law, as proposed
     * @param proposedBy id of who proposed it
     * @param issued digests of the clearances that were issued in it, hexadecimal
     */
    record CaseErased(String caseNumber, String operatorState, String ground, String reason, String proposedBy,
            List<String> issued) implements Entry {

        public CaseErased {
            issued = List.copyOf(issued);
        }
    }
}
