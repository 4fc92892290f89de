package nullaosta.agreement.condition;

import java.util.List;
import java.util.stream.Collectors;
import nullaosta.agreement.vocabulary.Value;

/** A condition as text again, in the language that it is read from; reading it gives the condition back. */
public final class Notation {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int COMPARE = 3;
    private static final int SUM = 4;
    private static final int UNARY = 5;

    /** Name of the quantifier's variable around, empty outside one. */
    private final String variable;

    private Notation(String variable) {
        this.variable = variable;
    }

    public static String of(Condition condition) {
        return new Notation("").text(condition, 0);
    }

    private String text(Condition condition, int around) {
        return switch (condition) {
            case Condition.Always(boolean holds) -> Boolean.toString(holds);
            case Condition.Stated(String fact, int slot) -> fact;
            case Condition.FieldHolds(String field) -> variable + "." + field;
            case Condition.ComesTo(Condition.OutcomeWord outcome) -> outcome.word();
            case Condition.Not(Condition inner) -> "!" + text(inner, UNARY);
            case Condition.And(Condition left, Condition right) ->
                held(text(left, AND) + " && " + text(right, AND + 1), AND, around);
            case Condition.Or(Condition left, Condition right) ->
                held(text(left, OR) + " || " + text(right, OR + 1), OR, around);
            case Condition.Compare(Comparison comparison, Operand left, Operand right) ->
                held(text(left, SUM) + " " + comparison.sign() + " " + text(right, SUM), COMPARE, around);
            case Condition.OneOf(Operand element, List<Operand> candidates) -> held(text(element, SUM) + " in ["
                    + candidates.stream().map(each -> text(each, 0)).collect(Collectors.joining(", ")) + "]", COMPARE,
                    around);
            case Condition.Member(Operand element, Operand.OfFact set) ->
                held(text(element, SUM) + " in " + set.fact(), COMPARE, around);
            case Condition.Quantified(Condition.Quantifier quantifier, Operand.OfFact list, String name, Condition body) ->
                list.fact() + "." + (quantifier == Condition.Quantifier.EXISTS ? "exists" : "all") + "(" + name + ", "
                        + new Notation(name).text(body, 0) + ")";
        };
    }

    private String text(Operand operand, int around) {
        return switch (operand) {
            case Operand.Constant(Value.Symbol symbol, var type) -> symbol.type() + "." + symbol.name();
            case Operand.Constant constant -> constant.value().written();
            case Operand.OfParameter parameter -> "params." + parameter.name();
            case Operand.OfFact fact -> fact.fact();
            case Operand.OfField field -> variable + "." + field.field();
            case Operand.OfElement element -> variable;
            case Operand.Truth(Condition condition) -> text(condition, around);
            case Operand.Sum sum -> held(text(sum.left(), SUM) + " + " + text(sum.right(), SUM + 1), SUM, around);
            case Operand.Difference difference ->
                held(text(difference.left(), SUM) + " - " + text(difference.right(), SUM + 1), SUM, around);
        };
    }

    private static String held(String text, int binds, int around) {
        return binds < around ? "(" + text + ")" : text;
    }
}
