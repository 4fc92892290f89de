package nullaosta.proof.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.Value;

/** What some conditions mention: it decides which facts become variables, and how large their domains must be. */
final class Mentions {

    private final Set<String> facts = new TreeSet<>();
    private final Set<Value.Symbol> symbols = new LinkedHashSet<>();
    private final Set<Condition.Quantified> quantifiers = new LinkedHashSet<>();

    Mentions(Iterable<Condition> conditions) {
        for (Condition condition : conditions) {
            facts.addAll(condition.facts());
            in(condition);
        }
    }

    /** The names of all facts. */
    Set<String> facts() {
        return facts;
    }

    /** The constants of enums, those of parameters too. */
    Set<Value.Symbol> symbols() {
        return symbols;
    }

    /** How many different questions are asked of all elements of a list or set. */
    int quantifiersOver(String fact) {
        return (int) quantifiers.stream().filter(it -> it.list().fact().equals(fact)).count();
    }

    private void in(Condition condition) {
        switch (condition) {
            case Condition.Always always -> {
            }
            case Condition.Stated stated -> {
            }
            case Condition.FieldHolds field -> {
            }
            case Condition.ComesTo outcome -> {
            }
            case Condition.Not(Condition inner) -> in(inner);
            case Condition.And(Condition left, Condition right) -> {
                in(left);
                in(right);
            }
            case Condition.Or(Condition left, Condition right) -> {
                in(left);
                in(right);
            }
            case Condition.Compare compare -> {
                in(compare.left());
                in(compare.right());
            }
            case Condition.OneOf(Operand element, List<Operand> candidates) -> {
                in(element);
                candidates.forEach(this::in);
            }
            case Condition.Member(Operand element, Operand.OfFact set) -> in(element);
            case Condition.Quantified quantified -> {
                quantifiers.add(quantified);
                in(quantified.body());
            }
        }
    }

    private void in(Operand operand) {
        switch (operand) {
            case Operand.Constant constant -> in(constant.value());
            case Operand.OfParameter parameter -> in(parameter.value());
            case Operand.OfFact fact -> {
            }
            case Operand.OfField field -> {
            }
            case Operand.OfElement element -> {
            }
            case Operand.Truth(Condition condition) -> in(condition);
            case Operand.Sum sum -> {
                in(sum.left());
                in(sum.right());
            }
            case Operand.Difference difference -> {
                in(difference.left());
                in(difference.right());
            }
        }
    }

    private void in(Value value) {
        if (value instanceof Value.Symbol symbol) {
            symbols.add(symbol);
        }
    }
}
