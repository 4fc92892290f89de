package nullaosta.assessment.logic;

import java.util.List;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
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

    private Compiler() {
    }

    public static Proposition compile(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean holds) -> new Always(holds);
            case Condition.Stated(String fact, int slot) -> new BoolFact(slot);
            case Condition.FieldHolds(String field) -> new BoolField(field);
            case Condition.ComesTo outcome -> throw new IllegalArgumentException(
                    "a clause cannot speak of the outcome");
            case Condition.Not(Condition inner) -> new Not(compile(inner));
            case Condition.And(Condition left, Condition right) -> new And(compile(left), compile(right));
            case Condition.Or(Condition left, Condition right) -> new Or(compile(left), compile(right));
            case Condition.Compare compare -> comparing(compare);
            case Condition.OneOf(Operand sought, List<Operand> candidates) ->
                new FactIn(compile(sought), candidates.stream().map(Compiler::compile).toList());
            case Condition.Member(Operand sought, Operand.OfFact set) -> new InSet(compile(sought), set.slot());
            case Condition.Quantified(Quantifier quantifier, Operand.OfFact list, String variable, Condition body) ->
                new Quantified(list.slot(), compile(body), Truth.of(quantifier == Quantifier.EXISTS));
        };
    }

    private static Proposition comparing(Condition.Compare compare) {
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
        return new Comparing(compare.comparison(), compile(compare.left()), compile(compare.right()));
    }

    private static Expression compile(Operand operand) {
        return switch (operand) {
            case Operand.Constant constant -> new Expression.Constant(constant.value());
            case Operand.OfParameter parameter -> new Expression.Constant(parameter.value());
            case Operand.OfFact fact -> new Expression.OfFact(fact.slot());
            case Operand.OfField field -> new Expression.OfField(field.field());
            case Operand.OfElement element -> new Expression.OfElement(element.type().toString());
            case Operand.Truth(Condition condition) -> new Expression.OfCondition(compile(condition));
            case Operand.Sum sum -> new Expression.Sum(compile(sum.left()), compile(sum.right()));
            case Operand.Difference difference ->
                new Expression.Difference(compile(difference.left()), compile(difference.right()));
        };
    }
}
