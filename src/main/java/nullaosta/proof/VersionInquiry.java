package nullaosta.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Property;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;
import nullaosta.proof.Question.Topic;
import nullaosta.proof.Question.Wanted;
import nullaosta.proof.formula.FactSpace;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.Setting;
import nullaosta.proof.formula.TermsFormula;

/** The questions about one version: its declared properties, and those that are asked of every version. */
public final class VersionInquiry {

    private final Terms terms;
    private final TermsFormula formula;
    private final Prover prover;
    private final List<Answer> answers = new ArrayList<>();
    private boolean permits;

    private VersionInquiry(Terms terms, TermsFormula formula, Prover prover) {
        this.terms = terms;
        this.formula = formula;
        this.prover = prover;
    }

    public static Inquiry of(Terms terms) {
        return of(terms, Inquiry.STEPS);
    }

    /** @param steps how long each question may take */
    public static Inquiry of(Terms terms, long steps) {
        FactSpace space = new FactSpace(List.of(terms.vocabulary()), TermsFormula.conditions(terms));
        TermsFormula formula = new TermsFormula("", terms, space);
        Setting setting = TermsFormula.setting(space, List.of(formula));
        Prover prover = new Prover(space, setting, new Shortening(space, terms), steps);
        VersionInquiry inquiry = new VersionInquiry(terms, formula, prover);
        inquiry.properties();
        inquiry.purpose();
        inquiry.clauses();
        return new Inquiry(List.of(terms), space, setting, inquiry.answers);
    }

    private Answer note(Answer answer) {
        answers.add(answer);
        return answer;
    }

    // Declared properties

    private void properties() {
        terms.properties().forEach(property -> note(prover.askForShort(question(property))));
    }

    private Question question(Property property) {
        boolean always = property.claim() == Property.Claim.ALWAYS;
        Formula said = formula.property(property.formula());
        Predicate<Example> shows = example -> example.under(terms)
                .flatMap(assessment -> Assessor.holds(property.formula(),
                        example.sheet(terms.vocabulary()).orElseThrow(), assessment.outcome()))
                .equals(Optional.of(!always));
        return switch (property.claim()) {
            case NEVER -> new Question(property.id(), Topic.PROPERTY, property.text(),
                    "there is a mission for which it is not so", Wanted.NONE, said, shows);
            case ALWAYS -> new Question(property.id(), Topic.PROPERTY, property.text(),
                    "there is a mission for which it is not so", Wanted.NONE, Formula.not(said), shows);
            case POSSIBLE -> new Question(property.id(), Topic.PROPERTY, property.text(),
                    "there is no such mission", Wanted.SOME, said, shows);
        };
    }

    // Whether anything is permitted

    private void purpose() {
        permits = note(prover.ask(new Question("permitted", Topic.PURPOSE,
                "Some mission is eligible or decided case by case.",
                "nothing can ever be permitted under these terms", Wanted.SOME, formula.permitted(),
                example -> example.verdict(terms).filter(Verdict::permitted).isPresent()))).proved();
        note(prover.ask(new Question("eligible", Topic.CLAUSE, "Some mission is eligible.",
                "every mission that is permitted at all is decided case by case", Wanted.SOME,
                formula.outcome(OutcomeWord.ELIGIBLE),
                example -> example.verdict(terms).filter(it -> it.outcome() == Outcome.ELIGIBLE).isPresent())));
    }

    // Clauses

    private void clauses() {
        List<Clause> keepable = new ArrayList<>();
        Map<Clause, Question> changes = new LinkedHashMap<>();
        terms.clauses().forEach(clause -> changes.put(clause, changing(clause)));
        // a mission that shows this shows that the clause applies, and often that it is breached
        prover.lookForEach(List.copyOf(changes.values()));
        for (Map.Entry<Clause, Question> entry : changes.entrySet()) {
            Clause clause = entry.getKey();
            Question changing = entry.getValue();
            Answer applies = note(prover.ask(clause(clause, "applies", clause.id() + " applies to some mission.",
                    clause.id() + " applies to no mission", formula.applies(clause),
                    verdict -> verdict.applying().contains(clause.id()))));
            if (applies.proved()) {
                switch (clause.kind()) {
                    case GRANT -> grant(clause, changing);
                    case REFER -> note(prover.ask(changing));
                    case REQUIRE, PROHIBIT -> {
                        if (require(clause, changing)) {
                            keepable.add(clause);
                        }
                    }
                }
            }
        }
        answers.addAll(new Conflicts(terms, formula, prover).among(keepable));
    }

    private void grant(Clause clause, Question changing) {
        if (permits) {
            note(prover.ask(clause(clause, "permits", clause.id()
                    + " covers some mission that is eligible or decided case by case.",
                    "no mission that " + clause.id() + " covers is ever permitted",
                    Formula.all(formula.applies(clause), formula.permitted()),
                    verdict -> verdict.kept().contains(clause.id()) && verdict.permitted())));
        }
        note(prover.ask(changing));
    }

    /** Whether some mission keeps it. */
    private boolean require(Clause clause, Question changing) {
        Answer kept = note(prover.ask(clause(clause, "kept", "Some mission that " + clause.id()
                + " applies to keeps it.", "no mission that " + clause.id() + " applies to can keep it",
                Formula.all(formula.applies(clause), formula.kept(clause)),
                verdict -> verdict.kept().contains(clause.id()))));
        Answer breached = note(prover.ask(clause(clause, "breached", "Some mission breaches " + clause.id() + ".",
                "no mission can breach " + clause.id(),
                Formula.all(formula.applies(clause), Formula.not(formula.kept(clause))),
                verdict -> verdict.breached().contains(clause.id()))));
        if (breached.proved() && formula.acts(clause) || !clause.exceptTo().isEmpty()) {
            note(prover.ask(changing));
        }
        return kept.proved();
    }

    private Question changing(Clause clause) {
        Terms without = clause.exceptTo().isEmpty() ? terms : terms.without(clause.id());
        return new Question(clause.id() + "/changes", Topic.CLAUSE,
                clause.id() + " changes the outcome of some mission, or who decides on it.",
                "leaving " + clause.id() + " out would change no outcome", Wanted.SOME, formula.changes(clause),
                example -> clause.exceptTo().isEmpty()
                        ? example.verdict(terms).filter(it -> it.decisive().contains(clause.id())).isPresent()
                        : example.under(terms).flatMap(with -> example.under(without)
                                .filter(other -> differ(with, other))).isPresent());
    }

    private static boolean differ(Assessment one, Assessment other) {
        boolean definite = definite(one.outcome()) && definite(other.outcome());
        return definite && (one.outcome() != other.outcome() || Verdict.permitted(one.outcome())
                && !Set.copyOf(one.authorities()).equals(Set.copyOf(other.authorities())));
    }

    private static boolean definite(Outcome outcome) {
        return outcome != Outcome.NEEDS_FACTS && outcome != Outcome.CANNOT_EVALUATE;
    }

    private Question clause(Clause clause, String what, String claim, String otherwise, Formula which,
            Predicate<Verdict> shows) {
        return new Question(clause.id() + "/" + what, Topic.CLAUSE, claim, otherwise, Wanted.SOME, which,
                example -> example.verdict(terms).filter(shows).isPresent());
    }
}
