package nullaosta.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.logic.Compiler;
import nullaosta.assessment.logic.Look;
import nullaosta.assessment.logic.Proposition;
import nullaosta.assessment.logic.Truth;

/** Assesses facts under terms: one finding a clause and the outcome. Pure; nothing a clause does gets out as a throw. */
public final class Assessor {

    /** The most steps a clause may take: a list of a thousand rows with a hundred steps each. */
    public static final long STEPS = 100_000;

    private final Terms terms;
    private final ClauseCheck[] checks;
    private final long limit;

    public Assessor(Terms terms) {
        this(terms, STEPS);
    }

    /** @param limit the most steps a clause may take before it fails */
    public Assessor(Terms terms, long limit) {
        this.terms = terms;
        this.checks = terms.clauses().stream().map(ClauseCheck::new).toArray(ClauseCheck[]::new);
        this.limit = limit;
    }

    /** The facts under the terms; the sheet must be made with the terms' vocabulary. */
    public static Assessment assess(Terms terms, FactSheet sheet) {
        return new Assessor(terms).assess(sheet);
    }

    public Assessment assess(FactSheet sheet) {
        Look look = look(sheet);
        Finding[] findings = new Finding[checks.length];
        Tally tally = new Tally();
        for (int i = 0; i < checks.length; i++) {
            findings[i] = finding(checks[i], look, sheet);
            tally.add(findings[i].kind(), findings[i].status());
        }
        List<Finding> all = List.of(findings);
        return new Assessment(tally.outcome(), terms.agreement(), terms.version(), terms.title(), terms.hash(),
                terms.vocabulary().hash(), all, tally.undetermined() ? missing(all, sheet) : List.of(),
                new SheetSeen(sheet));
    }

    /** The status of each clause in the order of the terms, without findings: for many cases at once. */
    public List<Status> statuses(FactSheet sheet) {
        Look look = look(sheet);
        Status[] statuses = new Status[checks.length];
        for (int i = 0; i < checks.length; i++) {
            statuses[i] = checks[i].status(look, terms.vocabulary());
        }
        return List.of(statuses);
    }

    private Look look(FactSheet sheet) {
        if (!sheet.vocabulary().hash().equals(terms.vocabulary().hash())) {
            throw new IllegalArgumentException("facts of the vocabulary " + sheet.vocabulary().id()
                    + " assessed under " + terms.vocabulary().id());
        }
        return new Look(sheet, limit);
    }

    /**
     * Whether a declared property's formula is true of these facts, which came to that outcome; empty while a missing
     * fact or a limit leaves it open.
     */
    public static Optional<Boolean> holds(Condition formula, FactSheet sheet, Outcome outcome) {
        Proposition proposition = Compiler.compile(formula, word -> comesTo(outcome, word));
        try {
            Truth truth = proposition.truth(new Look(sheet, STEPS));
            return truth == Truth.UNKNOWN ? Optional.empty() : Optional.of(truth == Truth.TRUE);
        } catch (Look.LimitExceeded e) {
            return Optional.empty();
        }
    }

    /** Definite as soon as no further fact can change the outcome. */
    private static Truth comesTo(Outcome reached, OutcomeWord word) {
        return switch (reached) {
            case NEEDS_FACTS, CANNOT_EVALUATE -> Truth.UNKNOWN;
            case ELIGIBLE -> Truth.of(word == OutcomeWord.ELIGIBLE);
            case REFER -> Truth.of(word == OutcomeWord.REFERRED);
            case INELIGIBLE -> Truth.of(word == OutcomeWord.INELIGIBLE);
            case NOT_COVERED -> Truth.of(word == OutcomeWord.NOT_COVERED);
        };
    }

    /** The finding of one clause alone. */
    Finding finding(Clause clause, FactSheet sheet) {
        return finding(new ClauseCheck(clause), look(sheet), sheet);
    }

    private static Finding finding(ClauseCheck check, Look look, FactSheet sheet) {
        Clause clause = check.clause();
        Status status = check.status(look, sheet.vocabulary());
        return new Finding(clause.id(), clause.kind(), clause.text(), clause.sources(), clause.basis(), status,
                new FactsSeen(sheet, look.looked()));
    }

    private static List<MissingFact> missing(List<Finding> findings, FactSheet sheet) {
        Map<Integer, List<String>> waiting = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.status() instanceof Status.Undetermined(List<String> missing)) {
                missing.forEach(fact -> waiting
                        .computeIfAbsent(sheet.vocabulary().slot(fact), any -> new ArrayList<>())
                        .add(finding.clause()));
            }
        }
        List<MissingFact> all = new ArrayList<>();
        waiting.forEach((slot, clauses) -> {
            FactDeclaration fact = sheet.vocabulary().at(slot);
            all.add(new MissingFact(fact.name(), fact.ask(), fact.from(), clauses,
                    FactSeen.of(fact.name(), sheet.at(slot)).origin()));
        });
        return all;
    }

    /** The outcome alone; it ends with the first clause that refuses, since nothing can change it then. */
    public Outcome outcome(FactSheet sheet) {
        Look look = look(sheet);
        Tally tally = new Tally();
        for (ClauseCheck check : checks) {
            tally.add(check.clause().kind(), check.status(look, terms.vocabulary()));
            if (tally.refused()) {
                return Outcome.INELIGIBLE;
            }
        }
        return tally.outcome();
    }
}
