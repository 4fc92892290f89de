package nullaosta.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.Property;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.proof.formula.FactSpace;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.Reply;
import nullaosta.proof.formula.Solver;
import nullaosta.proof.formula.TermsFormula;
import org.junit.jupiter.api.Test;

/** What the solver makes of terms and facts is what the evaluator makes of them: each clause, the outcome, properties. */
class EncodingTest {

    private static final int TERMS = 500;
    private static final int SHEETS = 20;

    /** All other letters are defined by the facts, so that one model of facts and verdicts is the only one. */
    @Test
    void withAllFactsFixedTheSolverSaysWhatTheEvaluatorSays() {
        Set<String> outcomes = new TreeSet<>();
        Set<String> statuses = new TreeSet<>();
        int compared = 0;
        for (int seed = 0; seed < TERMS; seed++) {
            RandomTerms random = new RandomTerms(seed);
            Terms terms = random.terms(3 + seed % 5, 1 + seed % 3);
            FactSpace space = new FactSpace(List.of(terms.vocabulary()), TermsFormula.conditions(terms), 3);
            TermsFormula formula = new TermsFormula("", terms, space);
            Solver solver = new Solver(TermsFormula.setting(space, List.of(formula)), Inquiry.STEPS);
            for (int i = 0; i < SHEETS; i++) {
                Example example = example(random, space);
                Assessment assessment = example.under(terms).orElseThrow();
                List<Formula> verdicts = verdicts(terms, formula, example, assessment);
                assertThat(solver.ask(Formula.all(fixed(space, example), Formula.all(verdicts)), false))
                        .as("seed %d: %s, %s", seed, example.toMap(), assessment.sentence())
                        .isInstanceOf(Reply.Satisfiable.class);
                outcomes.add(assessment.outcome().name());
                assessment.findings().forEach(finding -> statuses.add(finding.status().word()));
                compared += verdicts.size();
            }
        }
        assertThat(compared).isGreaterThan(TERMS * SHEETS * 5);
        assertThat(outcomes).containsExactly("ELIGIBLE", "INELIGIBLE", "NOT_COVERED", "REFER");
        assertThat(statuses).containsExactly("breached", "not-applicable", "referred", "satisfied");
    }

    /** A list has as many slots as quantifiers over it; whatever a longer list can show, one that fits can show too. */
    @Test
    void whatALongListShowsAShortOneShows() {
        int longer = 0;
        for (int seed = 0; seed < 100; seed++) {
            RandomTerms random = new RandomTerms(10_000 + seed);
            Terms terms = random.terms(3, 2);
            FactSpace space = new FactSpace(List.of(terms.vocabulary()), TermsFormula.conditions(terms));
            TermsFormula formula = new TermsFormula("", terms, space);
            Solver solver = new Solver(TermsFormula.setting(space, List.of(formula)), Inquiry.STEPS);
            for (int i = 0; i < 10; i++) {
                Example example = example(random, space);
                for (String list : List.of("host.recognitions", "mission.stops")) {
                    if (example.facts().get(list) instanceof Value.Rows some
                            && example(random, space).facts().get(list) instanceof Value.Rows more) {
                        List<Value.Row> rows = new ArrayList<>(some.rows());
                        rows.addAll(more.rows());
                        example = example.with(list, new Value.Rows(some.row(), rows));
                        longer += rows.size() > 3 ? 1 : 0;
                    }
                }
                Assessment assessment = example.under(terms).orElseThrow();
                Example rest = example.without("host.recognitions").without("mission.stops");
                assertThat(solver.ask(Formula.all(fixed(space, rest),
                        Formula.all(verdicts(terms, formula, example, assessment))), false))
                        .as("seed %d: %s", seed, example.toMap()).isInstanceOf(Reply.Satisfiable.class);
            }
        }
        assertThat(longer).isGreaterThan(100);
    }

    private static Formula fixed(FactSpace space, Example example) {
        return Formula.all(example.facts().entrySet().stream().map(fact -> space.is(fact.getKey(), fact.getValue()))
                .toList());
    }

    /** Random facts, as far as the terms mention them; an unknown name is the first that the space has for it. */
    private static Example example(RandomTerms random, FactSpace space) {
        FactSheet sheet = random.conditions().complete();
        Map<String, Value> facts = new LinkedHashMap<>();
        for (FactDeclaration fact : space.facts()) {
            facts.put(fact.name(), named(sheet.value(fact.name()).orElseThrow(), space));
        }
        return new Example(facts);
    }

    private static Value named(Value value, FactSpace space) {
        return switch (value) {
            case Value.Symbol(String type, String name) when type.equals("Government") -> new Value.Symbol(type,
                    space.namesOf(type).contains(name) ? name : space.namesOf(type).getLast());
            case Value.Rows rows -> new Value.Rows(rows.row(), rows.rows().stream().map(row -> {
                Map<String, Value> stated = new LinkedHashMap<>(row.stated());
                stated.replaceAll((field, it) -> named(it, space));
                return new Value.Row(stated, row.whenAbsent());
            }).toList());
            default -> value;
        };
    }

    /** What the evaluator says, as what the formula must say. */
    private static List<Formula> verdicts(Terms terms, TermsFormula formula, Example example, Assessment assessment) {
        List<Formula> verdicts = new ArrayList<>();
        for (Clause clause : terms.clauses()) {
            Status status = assessment.finding(clause.id()).orElseThrow().status();
            boolean applies = !(status instanceof Status.NotApplicable);
            verdicts.add(Formula.same(formula.applies(clause), truth(applies)));
            if (applies && clause.kind() == ClauseKind.REQUIRE) {
                verdicts.add(Formula.same(formula.kept(clause), truth(status instanceof Status.Satisfied)));
            }
        }
        Outcome outcome = assessment.outcome();
        verdicts.add(Formula.same(formula.outcome(OutcomeWord.ELIGIBLE), truth(outcome == Outcome.ELIGIBLE)));
        verdicts.add(Formula.same(formula.outcome(OutcomeWord.REFERRED), truth(outcome == Outcome.REFER)));
        verdicts.add(Formula.same(formula.outcome(OutcomeWord.INELIGIBLE), truth(outcome == Outcome.INELIGIBLE)));
        verdicts.add(Formula.same(formula.outcome(OutcomeWord.NOT_COVERED), truth(outcome == Outcome.NOT_COVERED)));
        FactSheet sheet = example.sheet(terms.vocabulary()).orElseThrow();
        for (Property property : terms.properties()) {
            verdicts.add(Formula.same(formula.property(property.formula()),
                    truth(Assessor.holds(property.formula(), sheet, outcome).orElseThrow())));
        }
        for (Authority authority : terms.authorities().values()) {
            verdicts.add(Formula.same(formula.decides(authority::equals),
                    truth(deciding(assessment).contains(authority))));
        }
        verdicts.add(Formula.same(formula.ordinary(),
                truth(outcome == Outcome.ELIGIBLE && deciding(assessment).isEmpty())));
        for (Clause clause : terms.clauses()) {
            Assessment without = example.under(terms.without(clause.id())).orElseThrow();
            verdicts.add(Formula.same(formula.changes(clause), truth(without.outcome() != outcome
                    || !deciding(without).equals(deciding(assessment)))));
        }
        return verdicts;
    }

    private static Set<Authority> deciding(Assessment assessment) {
        return Verdict.permitted(assessment.outcome()) ? Set.copyOf(assessment.authorities()) : Set.of();
    }

    private static Formula truth(boolean holds) {
        return holds ? Formula.TRUE : Formula.FALSE;
    }
}
