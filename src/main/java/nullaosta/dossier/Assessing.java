package nullaosta.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Authority;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Selection;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.agreement.vocabulary.VocabularyReader;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.decision.Ground;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/** Puts the case as it stands to the terms that govern it. */
final class Assessing {

    /** The id of a case before it is stored: no flight of its own is counted yet. */
    static final DossierId UNSTORED = new DossierId(new UUID(0, 0));

    private Assessing() {
    }

    static Entry.Assessed assess(Sitting sitting, Dossier dossier) {
        return assess(sitting, dossier, LOCKED, true);
    }

    /** What an assessment would come to now; it takes no lock and writes nothing. */
    static Entry.Assessed preview(Sitting sitting, Dossier dossier) {
        return assess(sitting, dossier, (session, terms) -> session::ledger,
                dossier.id().equals(UNSTORED) || sitting.by().protectedPartiesAct().isPresent());
    }

    private interface Count {
        Ledger of(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode, DossierId without);
    }

    private interface Counting {
        Count of(CaseStore.Session session, Terms terms);
    }

    /** Deciders take turns under terms that count; under others nobody's decision hangs on another's. */
    private static final Counting LOCKED = (session, terms) -> terms.count()
            ? session::lockedLedger
            : session::ledger;

    /** @param told whether what follows from protected parties may be seen: who looks again and again could find them by trying */
    private static Entry.Assessed assess(Sitting sitting, Dossier dossier, Counting counting, boolean told) {
        return switch (select(sitting.agreements(), dossier.mission())) {
            case Selection.Found(Terms terms) -> entry(terms,
                    Assessor.assess(terms, facts(sitting, dossier, terms, counting, told)));
            case Selection.None(String why) -> ungoverned(Outcome.NOT_COVERED, why);
            case Selection.Several(List<Terms> terms) -> ungoverned(Outcome.CANNOT_EVALUATE,
                    "several agreements govern this flight: "
                            + String.join(", ", terms.stream().map(Terms::id).toList())
                            + "; a person must say which");
        };
    }

    /**
     * A finding set under a version that the desk names, beside those there are. Under the version in force for the departure
     * an open case is assessed anew; under any other, and in any other phase, it is tried, and the case stays as it is.
     */
    static Proceeding reassess(Sitting sitting, Dossier dossier, Command.ReassessUnder command) {
        List<Terms> versions = versions(sitting.agreements(), dossier.mission());
        Optional<Terms> named = versions.stream().filter(terms -> terms.id().equals(command.terms())).findFirst();
        if (named.isEmpty()) {
            List<String> ids = versions.stream().map(Terms::id).toList();
            return Proceeding.stop(Refusal.Code.UNKNOWN_VERSION, "no published version `" + command.terms() + "`",
                    ids.isEmpty()
                            ? "a published version for this state and base; there is none"
                            : "one of " + String.join(", ", ids),
                    ids.isEmpty() ? "have it signed by its parties" : Spelling.help(command.terms(), ids));
        }
        Entry.Assessed findings = entry(named.get(), Assessor.assess(named.get(),
                facts(sitting, dossier, named.get(), LOCKED, true)));
        boolean governs = terms(sitting.agreements(), dossier.mission()).map(Terms::id)
                .equals(Optional.of(named.get().id()));
        return Proceeding.enter(governs && dossier.phase().open() ? findings : new Entry.Tried(findings));
    }

    /** The published versions that are about a mission's state and base, whenever they hold. */
    static List<Terms> versions(Agreements agreements, Mission mission) {
        return agreements.all().stream().flatMap(agreement -> agreement.published().stream())
                .filter(terms -> terms.userStates().contains(mission.operatorState().code())
                        && terms.bases().contains(mission.base()))
                .toList();
    }

    static Vocabulary vocabulary(Agreements agreements, Mission mission) {
        return terms(agreements, mission).map(Terms::vocabulary).orElseGet(() -> VocabularyReader.shared("flight/1"));
    }

    /** The terms that govern a mission, where exactly one version does. */
    static Optional<Terms> terms(Agreements agreements, Mission mission) {
        return select(agreements, mission) instanceof Selection.Found(Terms terms)
                ? Optional.of(terms)
                : Optional.empty();
    }

    static Ground ground(Entry.Assessed assessed) {
        return new Ground(assessed.outcome(), assessed.authorities(), assessed.clausesInTheWay(), assessed.digest());
    }

    private static Selection select(Agreements agreements, Mission mission) {
        return agreements.select(mission.operatorState().code(), mission.base(),
                mission.departure());
    }

    private static FactSheet facts(Sitting sitting, Dossier dossier, Terms terms, Counting counting,
            boolean told) {
        Mission mission = dossier.mission();
        LocalDate day = mission.departure().atZone(terms.timezone()).toLocalDate();
        Ledger ledger = counting.of(sitting.session(), terms).of(terms.agreement(), day, terms.timezone(),
                mission.window(), mission.dataMode(),
                dossier.id());
        return CaseFacts.of(dossier, terms, sitting.chancery().host(), ledger, told);
    }

    private static Entry.Assessed entry(Terms terms, Assessment assessment) {
        Map<String, Object> map = assessment.toMap();
        return new Entry.Assessed(Optional.of(terms.id()), assessment.outcome(),
                assessment.authorities().stream().map(Authority::id).toList(), inTheWay(assessment), map,
                Digest.of(CanonicalJson.bytes(map)).hex());
    }

    /** The clauses that refuse it; where none does, those that wait for facts. */
    private static List<String> inTheWay(Assessment assessment) {
        List<String> refusing = assessment.findings().stream()
                .filter(f -> f.status() instanceof Status.Breached b && b.leadsTo() == OnBreach.REFUSE)
                .map(Finding::clause).toList();
        return refusing.isEmpty()
                ? assessment.findings().stream().filter(Finding::inTheWay).map(Finding::clause).toList()
                : refusing;
    }

    private static Entry.Assessed ungoverned(Outcome outcome, String why) {
        Map<String, Object> map = Map.of("outcome", outcome.name(), "why", why);
        return new Entry.Assessed(Optional.empty(), outcome, List.of(), List.of(), map,
                Digest.of(CanonicalJson.bytes(map)).hex());
    }
}
