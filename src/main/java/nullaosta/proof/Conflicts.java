package nullaosta.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.proof.Question.Topic;
import nullaosta.proof.Question.Wanted;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.TermsFormula;

/**
 * Looks for two demands that apply to one mission while nothing can keep both.
 *
 * <p>There are as many pairs as half the square of the clauses, so they are not asked one by one. A pair that shares no
 * fact has no conflict, since each of the two can be kept by itself; nor has one whose clauses name different constants
 * of one fact as their condition. A mission that keeps several clauses clears every
 * pair among them. Of the pairs that are left the solver is asked, clause by clause, for a mission to which both of any
 * one apply; that pair is settled, and the rest asked again, until there is none. The last question is whether any pair
 * that is still open can apply at all.
 */
final class Conflicts {

    private final Terms terms;
    private final TermsFormula formula;
    private final Prover prover;
    private final Map<String, Set<String>> facts = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> names = new HashMap<>();

    private record Pair(Clause one, Clause other) {

        boolean among(Set<String> clauses) {
            return clauses.contains(one.id()) && clauses.contains(other.id());
        }
    }

    Conflicts(Terms terms, TermsFormula formula, Prover prover) {
        this.terms = terms;
        this.formula = formula;
        this.prover = prover;
    }

    /** One answer a conflict, and a last one that says whether those are all. */
    List<Answer> among(List<Clause> keepable) {
        List<Clause> clauses = keepable.stream().filter(formula::acts).toList();
        Set<Pair> open = pairs(clauses);
        List<Answer> answers = new ArrayList<>();
        prover.found().forEach(example -> clear(open, example));
        for (Clause clause : clauses) {
            settle(clause, open, answers);
        }
        answers.add(prover.askWithoutReasons(others(List.copyOf(open))));
        return answers;
    }

    /** Takes from the open pairs of a clause those that can apply together; what stays open cannot, or is unknown. */
    private void settle(Clause clause, Set<Pair> open, List<Answer> answers) {
        while (true) {
            List<Pair> own = open.stream().filter(pair -> pair.one() == clause).toList();
            Answer together = own.isEmpty() ? null : prover.askWithoutReasons(others(own));
            if (together == null || together.result() != Answer.Result.REFUTED) {
                return;
            }
            Example example = together.examples().getFirst();
            Set<String> applying = applying(example);
            clear(open, example);
            for (Pair pair : own.stream().filter(it -> it.among(applying)).toList()) {
                if (open.remove(pair)) {
                    Answer answer = prover.ask(together(pair));
                    answer.examples().forEach(it -> clear(open, it));
                    if (!answer.proved()) {
                        answers.add(new Answer(answer.question(), answer.result(), List.of(example),
                                answer.restsOn(), answer.note()));
                    }
                }
            }
        }
    }

    /** The pairs that share a fact, where neither is an exception to the other: an exception that is kept lifts it. */
    private Set<Pair> pairs(List<Clause> clauses) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (int i = 0; i < clauses.size(); i++) {
            for (Clause other : clauses.subList(i + 1, clauses.size())) {
                Clause one = clauses.get(i);
                if (!Collections.disjoint(factsOf(one), factsOf(other)) && !apart(one, other)
                        && !one.exceptTo().contains(other.id())
                        && !other.exceptTo().contains(one.id())) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    /** Whether the two name different constants of one fact as a condition, so that they never both apply. */
    private boolean apart(Clause one, Clause other) {
        Map<String, Set<String>> left = namesOf(one);
        return namesOf(other).entrySet().stream().anyMatch(
                fact -> Collections.disjoint(left.getOrDefault(fact.getKey(), fact.getValue()), fact.getValue()));
    }

    /** Of the facts whose value must be one of some constants for the clause to apply, those constants. */
    private Map<String, Set<String>> namesOf(Clause clause) {
        return names.computeIfAbsent(clause.id(), any -> {
            Map<String, Set<String>> all = new HashMap<>();
            collect(clause.when(), all);
            return all;
        });
    }

    private static void collect(Condition condition, Map<String, Set<String>> names) {
        switch (condition) {
            case Condition.And(Condition left, Condition right) -> {
                collect(left, names);
                collect(right, names);
            }
            case Condition.Compare(Comparison comparison, Operand.OfFact fact, Operand.Constant(Value.Symbol symbol, ValueType type)) when comparison == Comparison.EQUAL ->
                names.computeIfAbsent(fact.fact(), first -> new HashSet<>(Set.of(symbol.name())))
                        .retainAll(Set.of(symbol.name()));
            default -> {
            }
        }
    }

    private Set<String> factsOf(Clause clause) {
        return facts.computeIfAbsent(clause.id(), any -> {
            Set<String> all = new TreeSet<>(clause.applies().facts());
            all.addAll(clause.require().facts());
            return all;
        });
    }

    private void clear(Set<Pair> open, Example example) {
        Set<String> kept = kept(example);
        open.removeIf(pair -> pair.among(kept));
    }

    private Set<String> kept(Example example) {
        return example.verdict(terms).map(Verdict::kept).orElse(Set.of());
    }

    private Set<String> applying(Example example) {
        return example.verdict(terms).map(Verdict::applying).orElse(Set.of());
    }

    private Question others(List<Pair> open) {
        return new Question("conflicts", Topic.CONFLICT,
                "No two demands stand against each other, beyond those named here.", "two demands may stand against "
                        + "each other",
                Wanted.NONE,
                Formula.any(open.stream()
                        .map(pair -> Formula.all(formula.applies(pair.one()), formula.applies(pair.other()))).toList()),
                example -> {
                    Set<String> applying = applying(example);
                    return open.stream().anyMatch(pair -> pair.among(applying));
                });
    }

    private Question together(Pair pair) {
        String both = pair.one().id() + " and " + pair.other().id();
        return new Question(pair.one().id() + "+" + pair.other().id(), Topic.CONFLICT,
                "Some mission that " + both + " apply to keeps both.",
                both + " can apply to one mission, and nothing can keep both", Wanted.SOME,
                Formula.all(formula.applies(pair.one()), formula.kept(pair.one()), formula.applies(pair.other()),
                        formula.kept(pair.other())),
                example -> pair.among(kept(example)));
    }
}
