package nullaosta.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nullaosta.clearance.Life;
import nullaosta.decision.Bench;
import nullaosta.decision.Draft;
import nullaosta.decision.Signature;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Mission;
import nullaosta.mission.Receipt;
import nullaosta.party.Deputies;
import nullaosta.party.Host;

/**
 * One case as its entries made it: {@link #after} is the only way from one state to the next, live and on replay.
 *
 * @param receipt when the mission as it stands reached the host: a material amendment reaches it as it is entered
 * @param filedBy id of who filed it
 * @param original what it came as, if the desk filed it
 * @param tookPart ids of all who filed, amended or prepared it: none of them may decide it
 * @param file what the host gathered on it
 * @param draft what lies before the authority; empty again once the file changes
 * @param signatures on the draft
 * @param decided the decision, once taken on the mission as it stands
 * @param block leave for several flights, where the mission asked for that and got it
 * @param history every entry, in order
 */
public record Dossier(DossierId id, String number, Mission mission, Receipt receipt, String filedBy,
        Optional<String> original, Set<String> tookPart, Phase phase, CaseFile file,
        Optional<Entry.Assessed> assessed, Optional<Draft> draft, List<Signature> signatures,
        Optional<Entry.Decided> decided, Optional<HeldClearance> clearance, Optional<HeldBlock> block,
        Movement movement,
        List<Written> history) {

    public Dossier {
        tookPart = Set.copyOf(tookPart);
        signatures = List.copyOf(signatures);
        history = List.copyOf(history);
    }

    /** @throws IllegalArgumentException if the first entry is not a filing: the store is broken */
    public static Dossier replay(DossierId id, List<Written> entries) {
        Dossier dossier = opened(id, entries.getFirst());
        for (Written written : entries.subList(1, entries.size())) {
            dossier = dossier.after(written);
        }
        return dossier;
    }

    static Dossier opened(DossierId id, Written first) {
        if (!(first.entry() instanceof Entry.MissionFiled filed)) {
            throw new IllegalArgumentException("the first entry of " + id + " is not a filing");
        }
        return new Dossier(id, filed.caseNumber(), filed.mission(), filed.receipt(), first.by(), filed.original(),
                Set.of(first.by()), Phase.WITH_THE_DESK, CaseFile.EMPTY, Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Movement.NONE, List.of(first));
    }

    public Dossier after(Written written) {
        Change to = new Change(this);
        to.history.add(written);
        switch (written.entry()) {
            case Entry.MissionFiled again -> throw new IllegalArgumentException(again.caseNumber() + " is filed twice");
            case Entry.ReceiptCorrected corrected -> to.receipt = corrected.receipt();
            case Entry.MissionAmended amended -> to.amended(amended, written);
            case Entry.StatementMade made -> to.file = file.with(made.statement());
            case Entry.StatementRuled ruled -> to.file = file.with(ruled.ruling());
            case Entry.OfficeAsked asked -> to.consulted(file.asked(asked.consultation()));
            case Entry.OfficeAnswered answered -> to.consulted(
                    file.answered(answered.consultation(), answered.opinion()));
            case Entry.OfficeSilent silent -> to.consulted(file.silent(silent));
            case Entry.ProtectedPartyEntered entered -> to.file = file.with(entered.party());
            case Entry.ProtectedPartyStruckOut struck -> to.file = file.struckOut(struck.party());
            case Entry.PartyForgotten gone -> to.forget(gone.entry());
            case Entry.Forgotten forgotten -> to.file = file.withForgotten();
            case Entry.ProtectedPartiesSeen seen -> {
            }
            case Entry.Assessed assessment -> to.assessed(assessment);
            case Entry.Tried tried -> {
            }
            case Entry.DecisionPrepared prepared -> to.prepared(prepared.draft(), written.by());
            case Entry.DecisionSigned signed -> to.signatures.add(signed.signature());
            case Entry.OralDecisionEntered entered -> to.signatures.add(entered.signature());
            case Entry.OralDecisionConfirmed confirmed -> {
            }
            case Entry.OralDecisionLapsed lapsed -> to.lapsed(lapsed.officer());
            case Entry.Decided decision -> to.decided(decision);
            case Entry.ClearanceIssued issued -> to.clearance = Optional
                    .of(new HeldClearance(issued.clearance(), issued.token(), Life.VALID, Optional.empty()));
            case Entry.BlockGranted granted -> {
                to.phase = Phase.BLOCK;
                to.block = Optional.of(new HeldBlock(granted.flights(), block.map(HeldBlock::cleared).orElse(List.of()),
                        Optional.empty()));
            }
            case Entry.BlockClosed closed -> to.block = block.map(held -> held.closed(written.at()));
            case Entry.FlightAnnounced announced -> to.block = block.map(held -> held.with(announced.flight()));
            case Entry.ClearedInBlock cleared -> to.phase = Phase.CLEARED;
            case Entry.OutsideBlock outside -> {
            }
            case Entry.ClearanceReplaced replaced -> to.live(Life.REPLACED, Optional.of(written.at()));
            case Entry.ClearanceSuspended suspended -> {
                to.live(Life.SUSPENDED, Optional.of(suspended.from()));
                to.movement = movement.lightTaken();
            }
            case Entry.ClearanceResumed resumed -> to.live(Life.VALID, Optional.empty());
            case Entry.ClearanceRevoked revoked -> to.live(Life.REVOKED, Optional.of(to.earliest(revoked.from())));
            case Entry.MissionWithdrawn withdrawn -> to.phase = Phase.WITHDRAWN;
            case Entry.TakeoffChecked check -> to.movement = movement.checked(written.at(), check);
            case Entry.GateChecked checked -> to.movement = AtTheGate.stops(this, checked)
                    ? movement.called(Entry.Call.STOP)
                    : movement;
            case Entry.PaperUsedTwice twice -> {
            }
            case Entry.CommanderCalled called -> to.movement = movement.called(called.call());
            case Entry.TakenOff off ->
                to.movement = movement.tookOff(off.takenOffAt(), off.aircraft().orElse(List.of()));
            case Entry.Landed landed -> to.movement = movement.landed(landed, mission);
            case Entry.DeviationConfirmed confirmed -> to.movement = movement.deviated(confirmed.deviation());
            case Entry.DeviationClosed closed -> to.movement = movement.deviated(closed.deviation());
            case Entry.SilenceBegan began -> to.movement = movement.deviated(began.silence());
            case Entry.SilenceEnded ended -> to.movement = movement.deviated(ended.silence());
            case Entry.DeviationAcknowledged seen -> to.movement = movement.acknowledged(seen.deviation());
            case Entry.HarmAlleged alleged -> {
            }
            case Entry.AllegationAnswered answered -> {
            }
            case Entry.DeskAsked asked -> {
            }
            case Entry.QuestionAnswered answered -> {
            }
            case Entry.ClearanceAbroadEntered abroad -> to.movement = movement.lightTaken();
            case Entry.HoldPlaced placed -> {
            }
            case Entry.HoldLifted lifted -> {
            }
            case Entry.ErasureProposed proposed -> {
            }
            case Entry.CaseErased erased -> {
            }
        }
        return to.dossier();
    }

    /** The officers who must sign it as it was last assessed. */
    public Optional<Bench> bench(Host host) {
        return bench(host, Deputies.NONE);
    }

    /** The same, with who decides in whose place. */
    public Optional<Bench> bench(Host host, Deputies deputies) {
        return assessed.map(a -> new Bench(host, Assessing.ground(a), draft, signatures, tookPart, deputies));
    }

    /** Decisions by word of mouth that it rests on, in the order in which they were entered. */
    public List<HeldOral> orals() {
        List<HeldOral> held = new ArrayList<>();
        for (Written written : history) {
            switch (written.entry()) {
                case Entry.OralDecisionEntered entered when signatures.contains(entered.signature()) ->
                    held.add(new HeldOral(entered.signature(), Optional.empty(), Optional.empty()));
                case Entry.OralDecisionConfirmed confirmed -> held.replaceAll(it -> it.by(
                        confirmed.signature().officer())
                                ? new HeldOral(it.signature(), Optional.of(confirmed.signature()), it.lapsedAt())
                                : it);
                case Entry.OralDecisionLapsed lapsed -> held.replaceAll(it -> it.by(lapsed.officer())
                        ? new HeldOral(it.signature(), it.confirmed(), Optional.of(written.at()))
                        : it);
                default -> {
                }
            }
        }
        return held;
    }

    /** When the next of them lapses; empty where none waits for its officer, or nothing hangs on it any more. */
    public Optional<Instant> oralUntil() {
        boolean moot = phase == Phase.WITHDRAWN || clearance.filter(it -> it.life() == Life.REVOKED).isPresent();
        return moot
                ? Optional.empty()
                : orals().stream().filter(HeldOral::open).map(it -> it.oral().lapsesAt()).min(Instant::compareTo);
    }

    /** Whether oversight has it kept, whatever the retention. */
    public boolean held() {
        return Erasing.Standing.of(this).held();
    }

    /** The standing proposal to erase it. */
    public Optional<Entry.ErasureProposed> erasureProposed() {
        return Erasing.Standing.of(this).proposed().map(Written::entry).map(Entry.ErasureProposed.class::cast);
    }

    /** What was alleged of its flight, by number, each with the last answer to it. */
    public List<HeldAllegation> allegations() {
        List<HeldAllegation> held = new ArrayList<>();
        for (Written written : history) {
            if (written.entry() instanceof Entry.HarmAlleged alleged) {
                held.add(new HeldAllegation(alleged.allegation(), Optional.empty()));
            } else if (written.entry() instanceof Entry.AllegationAnswered answer) {
                HarmAllegation of = held.get(answer.allegation() - 1).allegation();
                held.set(answer.allegation() - 1, new HeldAllegation(of, Optional.of(answer)));
            }
        }
        return held;
    }

    /** Numbers of the protected parties that were struck out, and can be forgotten. */
    public List<Integer> partiesStruckOut() {
        return Protecting.struckOut(this);
    }

    /** What oversight asked about it, by number, each with the desk's last answer. */
    public List<HeldQuestion> questions() {
        return Questioning.of(history);
    }

    /** The clearances of other hosts, the last entered of each, by that host's code. */
    public Map<String, Entry.ClearanceAbroadEntered> clearancesAbroad() {
        Map<String, Entry.ClearanceAbroadEntered> held = new TreeMap<>();
        for (Written written : history) {
            if (written.entry() instanceof Entry.ClearanceAbroadEntered abroad) {
                held.put(abroad.state(), abroad);
            }
        }
        return held;
    }

    /** Each use of its papers that was one too many. */
    public List<Entry.PaperUsedTwice> usedTwice() {
        return history.stream().map(Written::entry).filter(Entry.PaperUsedTwice.class::isInstance)
                .map(Entry.PaperUsedTwice.class::cast).toList();
    }

    /** What devices let go on its papers, in the order in which it became known. */
    public List<Entry.GateChecked> gateReleases() {
        return history.stream().map(Written::entry).filter(Entry.GateChecked.class::isInstance)
                .map(Entry.GateChecked.class::cast).filter(checked -> checked.check().releases()).toList();
    }

    /** What flew, the leader first, as far as that is known; what was named where it is not. */
    public List<Aircraft> flying() {
        List<Aircraft> known = movement.flew().stream().flatMap(tail -> mission.cleared(tail).stream()).toList();
        return known.isEmpty() ? mission.named() : known;
    }

    public int version() {
        return history.size();
    }

    /** The state being changed by one entry. */
    private static final class Change {
        private final Dossier from;
        private Mission mission;
        private Receipt receipt;
        private final Set<String> tookPart;
        private Phase phase;
        private CaseFile file;
        private Optional<Entry.Assessed> assessed;
        private Optional<Draft> draft;
        private final List<Signature> signatures;
        private Optional<Entry.Decided> decided;
        private Optional<HeldClearance> clearance;
        private Optional<HeldBlock> block;
        private Movement movement;
        private final List<Written> history;

        Change(Dossier from) {
            this.from = from;
            mission = from.mission;
            receipt = from.receipt;
            tookPart = new LinkedHashSet<>(from.tookPart);
            phase = from.phase;
            file = from.file;
            assessed = from.assessed;
            draft = from.draft;
            signatures = new ArrayList<>(from.signatures);
            decided = from.decided;
            clearance = from.clearance;
            block = from.block;
            movement = from.movement;
            history = new ArrayList<>(from.history);
        }

        /** Another flight is asked for when it is asked for: an early request does not cover what came after take-off. */
        void amended(Entry.MissionAmended amended, Written written) {
            mission = amended.mission();
            tookPart.add(written.by());
            if (amended.amendment() == Entry.AmendmentClass.MATERIAL) {
                receipt = new Receipt(written.at(), "as amended");
                file = file.overtaken();
                phase = Phase.WITH_THE_DESK;
                draft = Optional.empty();
                signatures.clear();
                decided = Optional.empty();
                block = block.map(held -> held.closed(written.at()));
                movement = Movement.NONE;
            }
        }

        /** What an office says may change an officer's mind, whether or not a clause asks for it. */
        void consulted(CaseFile heard) {
            file = heard;
            unprepared();
        }

        /** A draft on another assessment is void: the desk must prepare the case anew. */
        void assessed(Entry.Assessed assessment) {
            assessed = Optional.of(assessment);
            if (draft.isPresent() && !draft.get().assessment().equals(assessment.digest())) {
                unprepared();
            }
        }

        private void unprepared() {
            if (phase == Phase.FOR_DECISION) {
                phase = Phase.WITH_THE_DESK;
            }
            draft = Optional.empty();
            signatures.clear();
        }

        /** What was suspended before it was revoked permitted nothing from the suspension on. */
        Instant earliest(Instant revokedFrom) {
            return clearance.flatMap(HeldClearance::withdrawnFrom).filter(from -> from.isBefore(revokedFrom))
                    .orElse(revokedFrom);
        }

        void prepared(Draft prepared, String by) {
            draft = Optional.of(prepared);
            signatures.clear();
            tookPart.add(by);
            phase = Phase.FOR_DECISION;
        }

        void decided(Entry.Decided decision) {
            decided = Optional.of(decision);
            phase = decision.verdict() == Verdict.APPROVE ? Phase.CLEARED : Phase.REFUSED;
        }

        /** Whoever is in the air flies on; on the ground the case waits for its officer again, as it was prepared. */
        void lapsed(String officer) {
            if (movement.begun()) {
                return;
            }
            signatures.removeIf(signature -> signature.officer().equals(officer));
            decided = Optional.empty();
            phase = draft.isPresent() ? Phase.FOR_DECISION : Phase.WITH_THE_DESK;
        }

        /** As it is read from then on. */
        void forget(int entry) {
            history.replaceAll(
                    it -> it.number() == entry ? new Written(entry, it.at(), "", new Entry.Forgotten()) : it);
        }

        void live(Life life, Optional<Instant> from) {
            clearance = clearance.map(held -> held.living(life, from));
        }

        Dossier dossier() {
            return new Dossier(from.id, from.number, mission, receipt, from.filedBy, from.original, tookPart, phase,
                    file, assessed, draft, signatures, decided, clearance, block, movement, history);
        }
    }
}
