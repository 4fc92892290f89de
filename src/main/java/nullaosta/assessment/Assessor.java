package nullaosta.assessment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Vocabulary;

/** Assesses facts under terms: one finding a clause and the outcome. Pure; nothing a clause does gets out as a throw. */
public final class Assessor {

    /** The most steps a clause may take: a list of a thousand rows with a hundred steps each. */
    public static final long STEPS = 100_000;

    private final Terms terms;
    private final long limit;

    public Assessor(Terms terms) {
        this(terms, STEPS);
    }

    /** @param limit the most steps a clause may take before it fails */
    public Assessor(Terms terms, long limit) {
        this.terms = terms;
        this.limit = limit;
    }

    /** The facts under the terms; the sheet must be made with the terms' vocabulary. */
    public static Assessment assess(Terms terms, FactSheet sheet) {
        return new Assessor(terms).assess(sheet);
    }

    public Assessment assess(FactSheet sheet) {
        Vocabulary vocabulary = terms.vocabulary();
        if (!sheet.vocabulary().hash().equals(vocabulary.hash())) {
            throw new IllegalArgumentException("facts of the vocabulary " + sheet.vocabulary().id()
                    + " assessed under " + vocabulary.id());
        }
        Evaluator evaluator = new Evaluator(sheet.slots(), limit);
        List<Finding> findings = new ArrayList<>();
        for (Clause clause : terms.clauses()) {
            findings.add(finding(clause, sheet, evaluator));
        }
        Map<String, FactSeen> facts = new LinkedHashMap<>();
        vocabulary.slots().forEach(name -> facts.put(name, FactSeen.of(name, sheet.fact(name))));
        return new Assessment(outcome(findings), terms.agreement(), terms.version(), terms.title(), terms.hash(),
                vocabulary.hash(), findings, missing(findings, sheet), facts);
    }

    /**
     * Whether a declared property's formula is true of these facts, which came to that outcome; empty while a missing
     * fact or a limit leaves it open.
     */
    public static Optional<Boolean> holds(Condition formula, FactSheet sheet, Outcome outcome) {
        Evaluator evaluator = new Evaluator(sheet.slots(), STEPS);
        evaluator.comesTo(outcome);
        try {
            Truth truth = evaluator.truth(formula);
            return truth == Truth.UNKNOWN ? Optional.empty() : Optional.of(truth == Truth.TRUE);
        } catch (Evaluator.LimitExceeded e) {
            return Optional.empty();
        }
    }

    /** The finding of one clause alone. */
    Finding finding(Clause clause, FactSheet sheet) {
        return finding(clause, sheet, new Evaluator(sheet.slots(), limit));
    }

    private static Finding finding(Clause clause, FactSheet sheet, Evaluator evaluator) {
        evaluator.begin();
        Status status;
        try {
            status = status(clause, evaluator, sheet.vocabulary());
        } catch (RuntimeException e) {
            String why = e.getMessage();
            status = new Status.Failed(why == null ? "a failure inside the evaluation" : why);
        }
        List<FactSeen> looked = new ArrayList<>();
        evaluator.looked().stream().forEach(
                slot -> looked.add(FactSeen.of(sheet.vocabulary().slots().get(slot), sheet.at(slot))));
        return new Finding(clause.id(), clause.kind(), clause.text(), clause.sources(), clause.basis(), status, looked);
    }

    /**
     * Facts are asked for in the order in which they matter: whether the clause speaks of the flight, then what it
     * demands, then, where it is not kept, whether an exception takes the flight out of it.
     */
    private static Status status(Clause clause, Evaluator evaluator, Vocabulary vocabulary) {
        Optional<String> out = out(clause, evaluator);
        if (out.isPresent()) {
            return new Status.NotApplicable(out.get());
        }
        boolean requires = clause.kind() == ClauseKind.REQUIRE;
        Truth kept = requires ? evaluator.truth(clause.require()) : Truth.FALSE;
        if (kept == Truth.TRUE) {
            return new Status.Satisfied();
        }
        Condition speaks = Condition.and(clause.lawful(), clause.when());
        if (evaluator.truth(speaks) == Truth.UNKNOWN) {
            return undetermined(List.of(speaks), evaluator, vocabulary);
        }
        if (kept == Truth.UNKNOWN) {
            return undetermined(List.of(clause.require()), evaluator, vocabulary);
        }
        Status open = undetermined(clause.excepted().values(), evaluator, vocabulary);
        if (!open.equals(new Status.Undetermined(List.of()))) {
            return open;
        }
        return switch (clause.kind()) {
            case REQUIRE -> breached(clause);
            case REFER -> new Status.Referred(clause.authority().orElseThrow());
            case GRANT -> new Status.Satisfied();
        };
    }

    /** Why a clause does not speak of the flight, where that is certain. */
    private static Optional<String> out(Clause clause, Evaluator evaluator) {
        if (evaluator.truth(clause.when()) == Truth.FALSE) {
            return Optional.of("it speaks of other flights");
        }
        if (evaluator.truth(clause.lawful()) == Truth.FALSE) {
            return Optional.of("it is in force " + clause.inForce().map(Object::toString).orElse("at other times"));
        }
        for (Map.Entry<String, Condition> exception : clause.excepted().entrySet()) {
            if (evaluator.truth(exception.getValue()) == Truth.TRUE) {
                return Optional.of("clause " + exception.getKey() + " is an exception to it, and holds");
            }
        }
        return Optional.empty();
    }

    private static Status breached(Clause clause) {
        if (clause.derogation().isPresent()) {
            return new Status.Breached(OnBreach.REFER, clause.derogation(), true);
        }
        Optional<Authority> authority = clause.onBreach() == OnBreach.REFER ? clause.authority() : Optional.empty();
        return new Status.Breached(clause.onBreach(), authority, false);
    }

    private static Status undetermined(Collection<Condition> conditions, Evaluator evaluator, Vocabulary vocabulary) {
        BitSet slots = new BitSet();
        conditions.forEach(condition -> slots.or(evaluator.missing(condition)));
        return new Status.Undetermined(slots.stream().mapToObj(vocabulary.slots()::get).toList());
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

    /** The first outcome that holds, in the order in which {@link Outcome} lists them. */
    static Outcome outcome(List<Finding> findings) {
        boolean failed = false;
        boolean undetermined = false;
        boolean covered = false;
        boolean refers = false;
        for (Finding finding : findings) {
            switch (finding.status()) {
                case Status.Breached(OnBreach leadsTo, Optional<Authority> authority, boolean derogable) -> {
                    if (leadsTo == OnBreach.REFUSE) {
                        return Outcome.INELIGIBLE;
                    }
                    refers |= leadsTo == OnBreach.REFER;
                }
                case Status.Failed any -> failed = true;
                case Status.Undetermined any -> undetermined = true;
                case Status.Referred any -> refers = true;
                case Status.Satisfied any -> covered |= finding.kind() == ClauseKind.GRANT;
                case Status.NotApplicable any -> {
                }
            }
        }
        if (failed) {
            return Outcome.CANNOT_EVALUATE;
        }
        if (undetermined) {
            return Outcome.NEEDS_FACTS;
        }
        if (!covered) {
            return Outcome.NOT_COVERED;
        }
        return refers ? Outcome.REFER : Outcome.ELIGIBLE;
    }
}
