package nullaosta.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nullaosta.appointment.SignedText;
import nullaosta.clearance.ClearanceNumber;
import nullaosta.clearance.Grant;
import nullaosta.clearance.Life;
import nullaosta.decision.Bench;
import nullaosta.decision.Decision;
import nullaosta.decision.DecisionText;
import nullaosta.decision.Draft;
import nullaosta.decision.Ground;
import nullaosta.decision.Signature;
import nullaosta.decision.Signing;
import nullaosta.decision.Verdict;
import nullaosta.decision.Vote;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Series;
import nullaosta.party.Officer;
import nullaosta.seal.Digest;

/** The desk prepares, officers sign; an approval becomes a clearance in the same breath. */
final class Deciding {

    private Deciding() {
    }

    static Proceeding prepare(Sitting sitting, Dossier dossier, Command.PrepareDecision command) {
        if (!dossier.phase().open()) {
            return new Proceeding.Stop(
                    Refusal.phase("the case is " + dossier.phase().words(), "a case that is not decided yet"));
        }
        if (command.reasons().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason()).at("reasons");
        }
        List<String> conditions = command.conditions().stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        Entry.Assessed fresh = Assessing.assess(sitting, dossier);
        if (command.proposed() == Verdict.APPROVE) {
            Optional<Refusal> bar = Consulting.bar(sitting, dossier,
                    bench(sitting, dossier, Assessing.ground(fresh)).authorities());
            if (bar.isPresent()) {
                return new Proceeding.Stop(bar.get());
            }
        }
        Draft draft = new Draft(sitting.by().id(), command.proposed(), command.reasons().strip(), conditions,
                fresh.digest());
        boolean same = dossier.assessed().map(a -> a.digest().equals(fresh.digest())).orElse(false);
        List<Entry> entries = new ArrayList<>(same ? List.of() : List.of(fresh));
        entries.add(new Entry.DecisionPrepared(draft));
        return new Proceeding.Enter(entries);
    }

    /**
     * Assesses again under the ledger's lock before a signature counts, so that what was true when the case was prepared
     * is true when it is signed.
     */
    static Proceeding sign(Sitting sitting, Dossier dossier, Digest previous, Command.SignDecision command) {
        if (!dossier.phase().open()) {
            return new Proceeding.Stop(
                    Refusal.phase("the case is " + dossier.phase().words(), "a case that is not decided yet"));
        }
        return take(sitting, dossier, command.verdict(),
                bench -> bench.sign(sitting.by(), command.verdict(), command.reasons(),
                        signing(sitting.chancery(), dossier, previous, command.own()), sitting.at()));
    }

    /** What a vote comes to, however it is given. */
    static Proceeding take(Sitting sitting, Dossier dossier, Verdict verdict, Function<Bench, Vote> voting) {
        Entry.Assessed fresh = Assessing.assess(sitting, dossier);
        Optional<String> prepared = dossier.assessed().flatMap(Entry.Assessed::agreement);
        if (verdict == Verdict.APPROVE && !fresh.agreement().equals(prepared)) {
            return Proceeding.stop(Refusal.Code.ASSESSES_OTHERWISE_NOW,
                    "the case is now governed by " + fresh.agreement().orElse("no agreement") + ", prepared under "
                            + prepared.orElse("none"),
                    "the terms it was prepared under", "let the desk prepare it anew");
        }
        Ground ground = Assessing.ground(dossier.assessed().orElse(fresh));
        if (verdict == Verdict.APPROVE && !Assessing.ground(fresh).comesTo(ground)) {
            return Proceeding.stop(Refusal.Code.ASSESSES_OTHERWISE_NOW,
                    "the case now assesses as " + Assessing.ground(fresh).inWords() + ", prepared as "
                            + ground.inWords(),
                    "the outcome it was prepared on", "let the desk prepare it anew");
        }
        return switch (voting.apply(bench(sitting, dossier, ground))) {
            case Vote.Barred(var bar) -> new Proceeding.Stop(Refusal.barred(bar));
            case Vote.Pending(var signature, var waiting) -> Proceeding.enter(given(signature, waiting));
            case Vote.Final(var signature, Decision decision) -> {
                List<Entry> entries = new ArrayList<>();
                entries.add(given(signature, List.of()));
                entries.add(new Entry.Decided(decision.verdict(), decision.clauses(), signature.reasons()));
                if (decision.verdict() == Verdict.APPROVE) {
                    entries.addAll(dossier.mission().series() instanceof Series.Block(int flights)
                            ? List.of(new Entry.BlockGranted(flights))
                            : issue(sitting, dossier, decision));
                }
                yield new Proceeding.Enter(entries);
            }
        };
    }

    private static Entry given(Signature signature, List<String> waiting) {
        return signature.oral().isPresent()
                ? new Entry.OralDecisionEntered(signature, waiting)
                : new Entry.DecisionSigned(signature, waiting);
    }

    /** What the person would sign with their own key, to decide or to confirm; empty where they cannot sign this now. */
    static Optional<DecisionText> text(Sitting sitting, Dossier dossier, Digest previous, Verdict verdict,
            String reasons) {
        Signing signing = signing(sitting.chancery(), dossier, previous, Optional.empty());
        Optional<HeldOral> heard = Orally.waiting(dossier, sitting.by());
        return dossier.assessed().map(Assessing::ground).map(ground -> bench(sitting, dossier, ground))
                .flatMap(bench -> heard.isPresent()
                        ? bench.text(sitting.by(), heard.get().signature(), reasons, signing, sitting.at())
                        : bench.text(sitting.by(), verdict, reasons, signing, sitting.at()));
    }

    static Signing signing(Chancery chancery, Dossier dossier, Digest previous, Optional<SignedText> own) {
        return new Signing(chancery.register(), dossier.number(), previous, own, chancery.roll().get(),
                chancery.host().officersHaveKeys());
    }

    static Bench bench(Sitting sitting, Dossier dossier, Ground ground) {
        return new Bench(sitting.chancery().host(), ground, dossier.draft(), dossier.signatures(), dossier.tookPart(),
                sitting.chancery().deputies());
    }

    /**
     * The officer that the sitting's person is for this case, by their own mandate or as a deputy; empty if they hold no live
     * one for it. Whoever is away keeps theirs: what makes a flight safer waits for nobody's return.
     */
    static Optional<Officer> mandate(Sitting sitting, Dossier dossier) {
        return dossier.assessed().stream()
                .flatMap(assessed -> bench(sitting, dossier, Assessing.ground(assessed)).authorities().stream())
                .flatMap(authority -> Stream.concat(
                        Officer.of(sitting.by(), sitting.chancery().host().state(), authority, sitting.at()).stream(),
                        sitting.chancery().deputies().officers(sitting.by(), sitting.chancery().host().state(),
                                authority, sitting.at())))
                .findFirst();
    }

    private static List<Entry> issue(Sitting sitting, Dossier dossier, Decision decision) {
        List<Entry> entries = new ArrayList<>();
        dossier.clearance().filter(held -> held.life() != Life.REVOKED)
                .ifPresent(held -> entries.add(new Entry.ClearanceReplaced(held.clearance().number())));
        long issued = dossier.history().stream().filter(w -> w.entry() instanceof Entry.ClearanceIssued).count();
        Grant grant = Grant.of(decision, dossier.mission(),
                ClearanceNumber.ofVersion(dossier.number(), (int) issued + 1), sitting.session().nextStatusIndex(),
                sitting.at());
        String token = sitting.chancery().issuer().issue(grant, decision.draft().assessment());
        entries.add(new Entry.ClearanceIssued(grant.clearance(), token));
        return entries;
    }
}
