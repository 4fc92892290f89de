package nullaosta.assessment.logic;

import java.util.List;
import java.util.function.Function;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.agreement.condition.Condition.Quantifier;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;

/**
 * Turns conditions into propositions: objects that answer by one virtual call a node, where a switch over the tree's
 * records costs several times that. The comparisons that terms make most, a fact or an element with a name, get a
 * node of their own.
 */
public final class Compiler {

    private final Function<OutcomeWord, Truth> outcome;

    private Compiler(Function<OutcomeWord, Truth> outcome) {
        this.outcome = outcome;
    }

    /** A clause's condition. */
    public static Proposition compile(Condition condition) {
        return compile(condition, word -> {
            throw new IllegalArgumentException("a clause cannot speak of the outcome");
        });
    }

    /**
     * A property's formula.
     *
     * @param outcome what the words for the outcome come to
     */
    public static Proposition compile(Condition formula, Function<OutcomeWord, Truth> outcome) {
        return new Compiler(outcome).proposition(formula);
    }

    private Proposition proposition(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean holds) -> new Always(Truth.of(holds));
            case Condition.Stated(String fact, int slot) -> new BoolFact(slot);
            case Condition.FieldHolds(String field) -> new BoolField(field);
            case Condition.ComesTo(OutcomeWord word) -> new Always(outcome.apply(word));
            case Condition.Not(Condition inner) -> new Not(proposition(inner));
            case Condition.And(Condition left, Condition right) ->
                new Junction(proposition(left), proposition(right), Truth.FALSE);
            case Condition.Or(Condition left, Condition right) ->
                new Junction(proposition(left), proposition(right), Truth.TRUE);
            case Condition.Compare compare -> comparing(compare);
            case Condition.OneOf(Operand sought, List<Operand> candidates) ->
                new OneOf(expression(sought), candidates.stream().map(this::expression).toList());
            case Condition.Member(Operand sought, Operand.OfFact set) -> new InSet(expression(sought), set.slot());
            case Condition.Quantified(Quantifier quantifier, Operand.OfFact list, String variable, Condition body) ->
                new Quantified(list.slot(), proposition(body), Truth.of(quantifier == Quantifier.EXISTS));
        };
    }

    private Proposition comparing(Condition.Compare compare) {
        boolean equality = compare.comparison() == Comparison.EQUAL || compare.comparison() == Comparison.UNEQUAL;
        if (equality && compare.right() instanceof Operand.Constant(Value.Symbol name, ValueType type)) {
            boolean wanted = compare.comparison() == Comparison.EQUAL;
            if (compare.left() instanceof Operand.OfFact fact) {
                return new FactIs(fact.slot(), name.name(), wanted);
            }
            if (compare.left() instanceof Operand.OfElement) {
                return new ElementIs(name.name(), wanted);
            }
        }
        return new Comparing(compare.comparison(), expression(compare.left()), expression(compare.right()));
    }

    private Expression expression(Operand operand) {
        return switch (operand) {
            case Operand.Constant constant -> new Expression.Constant(constant.value());
            case Operand.OfParameter parameter -> new Expression.Constant(parameter.value());
            case Operand.OfFact fact -> new Expression.OfFact(fact.slot());
            case Operand.OfField field -> new Expression.OfField(field.field());
            case Operand.OfElement element -> new Expression.OfElement(element.type().toString());
            case Operand.Truth(Condition condition) -> new Expression.OfCondition(proposition(condition));
            case Operand.Sum sum -> new Expression.Sum(expression(sum.left()), expression(sum.right()));
            case Operand.Difference difference ->
                new Expression.Difference(expression(difference.left()), expression(difference.right()));
        };
    }
}
