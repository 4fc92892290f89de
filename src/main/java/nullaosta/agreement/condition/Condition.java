package nullaosta.agreement.condition;

import java.util.List;
import java.util.TreeSet;

/**
 * A checked condition. The evaluator reads it in Kleene's logic, the prover as a formula; nothing else exists in the
 * language, so that cost is linear and a new fact only ever turns unknown into something definite.
 */
public sealed interface Condition {

    record Always(boolean holds) implements Condition {}

    /** A fact of type bool. */
    record Stated(String fact, int slot) implements Condition {}

    /** A field of type bool of the row that the quantifier around it is looking at. */
    record FieldHolds(String field) implements Condition {}

    /** What the assessment comes to; only in declared properties. */
    record ComesTo(OutcomeWord outcome) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Compare(Comparison comparison, Operand left, Operand right) implements Condition {}

    /** {@code element in [a, b]}. */
    record OneOf(Operand element, List<Operand> candidates) implements Condition {

        public OneOf {
            candidates = List.copyOf(candidates);
        }
    }

    /** {@code element in set}, the set being a fact. */
    record Member(Operand element, Operand.OfFact set) implements Condition {}

    enum Quantifier {
        EXISTS,
        ALL
    }

    /** {@code list.exists(variable, body)} and {@code list.all(variable, body)}; quantifiers do not nest. */
    record Quantified(Quantifier quantifier, Operand.OfFact list, String variable, Condition body)
            implements
                Condition {}

    /** The words by which a declared property speaks of an assessment. */
    enum OutcomeWord {
        ELIGIBLE("eligible"),
        REFERRED("referred"),
        INELIGIBLE("ineligible"),
        NOT_COVERED("notCovered");

        private final String word;

        OutcomeWord(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    Condition TRUE = new Always(true);
    Condition FALSE = new Always(false);

    static Condition and(Condition left, Condition right) {
        if (left instanceof Always(boolean holds)) {
            return holds ? right : FALSE;
        }
        return right instanceof Always(boolean holds) && holds ? left : new And(left, right);
    }

    static Condition or(Condition left, Condition right) {
        if (left instanceof Always(boolean holds)) {
            return holds ? TRUE : right;
        }
        return right instanceof Always(boolean holds) && !holds ? left : new Or(left, right);
    }

    static Condition not(Condition inner) {
        return inner instanceof Always(boolean holds) ? (holds ? FALSE : TRUE) : new Not(inner);
    }

    /** The names of all facts it mentions, sorted. */
    default TreeSet<String> facts() {
        TreeSet<String> names = new TreeSet<>();
        collect(this, names);
        return names;
    }

    private static void collect(Condition condition, TreeSet<String> names) {
        switch (condition) {
            case Always always -> {
            }
            case Stated(String fact, int slot) -> names.add(fact);
            case FieldHolds field -> {
            }
            case ComesTo outcome -> {
            }
            case Not(Condition inner) -> collect(inner, names);
            case And(Condition left, Condition right) -> {
                collect(left, names);
                collect(right, names);
            }
            case Or(Condition left, Condition right) -> {
                collect(left, names);
                collect(right, names);
            }
            case Compare(Comparison comparison, Operand left, Operand right) -> {
                collect(left, names);
                collect(right, names);
            }
            case OneOf(Operand element, List<Operand> candidates) -> {
                collect(element, names);
                candidates.forEach(candidate -> collect(candidate, names));
            }
            case Member(Operand element, Operand.OfFact set) -> {
                collect(element, names);
                names.add(set.fact());
            }
            case Quantified(Quantifier quantifier, Operand.OfFact list, String variable, Condition body) -> {
                names.add(list.fact());
                collect(body, names);
            }
        }
    }

    private static void collect(Operand operand, TreeSet<String> names) {
        switch (operand) {
            case Operand.OfFact fact -> names.add(fact.fact());
            case Operand.Truth(Condition condition) -> collect(condition, names);
            case Operand.Sum sum -> {
                collect(sum.left(), names);
                collect(sum.right(), names);
            }
            case Operand.Difference difference -> {
                collect(difference.left(), names);
                collect(difference.right(), names);
            }
            case Operand.Constant constant -> {
            }
            case Operand.OfParameter parameter -> {
            }
            case Operand.OfField field -> {
            }
            case Operand.OfElement element -> {
            }
        }
    }
}
