package nullaosta.proof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Condition.OutcomeWord;
import nullaosta.agreement.condition.Condition.Quantifier;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/** A checked condition as a formula over complete facts: what the evaluator finds true, and nothing else, makes it true. */
public final class ConditionFormula {

    private final FactSpace space;
    private final Map<OutcomeWord, Formula> outcomes;
    /** The slot, or the name of the element, that the quantifier around is looking at. */
    private @Nullable String row;
    private Whole.@Nullable Symbol element;

    /** @param outcomes what the words of properties mean; empty for the conditions of clauses */
    public ConditionFormula(FactSpace space, Map<OutcomeWord, Formula> outcomes) {
        this.space = space;
        this.outcomes = Map.copyOf(outcomes);
    }

    public Formula of(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean holds) -> holds ? Formula.TRUE : Formula.FALSE;
            case Condition.Stated(String fact, int slot) -> new Formula.Letter(fact);
            case Condition.FieldHolds(String field) -> new Formula.Letter(field(field));
            case Condition.ComesTo(OutcomeWord word) -> Optional.ofNullable(outcomes.get(word))
                    .orElseThrow(() -> new IllegalStateException("a clause cannot speak of the outcome"));
            case Condition.Not(Condition inner) -> Formula.not(of(inner));
            case Condition.And(Condition left, Condition right) -> Formula.all(of(left), of(right));
            case Condition.Or(Condition left, Condition right) -> Formula.any(of(left), of(right));
            case Condition.Compare(Comparison comparison, Operand left, Operand right) ->
                compare(comparison, left, right);
            case Condition.OneOf(Operand sought, List<Operand> candidates) -> Formula.any(
                    candidates.stream().map(each -> compare(Comparison.EQUAL, sought, each)).toList());
            case Condition.Member(Operand sought, Operand.OfFact set) -> member(number(sought), set);
            case Condition.Quantified(Quantifier quantifier, Operand.OfFact list, String variable, Condition body) ->
                quantified(quantifier, list, body);
        };
    }

    private Formula compare(Comparison comparison, Operand left, Operand right) {
        if (left.type() != Plain.BOOL) {
            return Formula.compare(comparison, number(left), number(right));
        }
        return switch (comparison) {
            case EQUAL -> Formula.same(truth(left), truth(right));
            case UNEQUAL -> Formula.differ(truth(left), truth(right));
            case LESS, AT_MOST, MORE, AT_LEAST -> throw new IllegalStateException("truth values have no order");
        };
    }

    private Formula member(Whole sought, Operand.OfFact set) {
        List<Formula> found = new ArrayList<>();
        for (Whole.Symbol name : names(set)) {
            found.add(Formula.all(memberOf(set, name), Formula.compare(Comparison.EQUAL, sought, name)));
        }
        return Formula.any(found);
    }

    private List<Whole.Symbol> names(Operand.OfFact set) {
        if (!(set.type() instanceof ValueType.SetOf(ValueType.Named(String type)))) {
            throw new IllegalStateException("a set that is none: " + set.fact());
        }
        Domain domain = space.domain(type);
        return domain.names().stream().map(domain::symbol).toList();
    }

    private static Formula memberOf(Operand.OfFact set, Whole.Symbol name) {
        return new Formula.Letter(FactSpace.member(set.fact(), name.name().substring(name.name().indexOf('.') + 1)));
    }

    private Formula quantified(Quantifier quantifier, Operand.OfFact list, Condition body) {
        boolean exists = quantifier == Quantifier.EXISTS;
        List<Formula> parts = new ArrayList<>();
        try {
            if (list.type() instanceof ValueType.ListOf) {
                for (int slot = 0; slot < space.slots(list.fact()); slot++) {
                    row = FactSpace.slot(list.fact(), slot);
                    parts.add(each(exists, new Formula.Letter(FactSpace.slot(list.fact(), slot)), of(body)));
                }
            } else {
                for (Whole.Symbol name : names(list)) {
                    element = name;
                    parts.add(each(exists, memberOf(list, name), of(body)));
                }
            }
        } finally {
            row = null;
            element = null;
        }
        return exists ? Formula.any(parts) : Formula.all(parts);
    }

    private static Formula each(boolean exists, Formula there, Formula body) {
        return exists ? Formula.all(there, body) : Formula.any(Formula.not(there), body);
    }

    private String field(String name) {
        String current = row;
        if (current == null) {
            throw new IllegalStateException("a field outside a quantifier");
        }
        return current + "/" + name;
    }

    private Formula truth(Operand operand) {
        return switch (operand) {
            case Operand.Truth(Condition condition) -> of(condition);
            case Operand.Constant(Value value, ValueType type) -> truth(value);
            case Operand.OfParameter(String name, Value value, ValueType type) -> truth(value);
            case Operand.OfFact fact -> new Formula.Letter(fact.fact());
            case Operand.OfField field -> new Formula.Letter(field(field.field()));
            case Operand.OfElement any -> throw new IllegalStateException("an element is a name");
            case Operand.Sum sum -> throw new IllegalStateException("a sum is a number");
            case Operand.Difference difference -> throw new IllegalStateException("a difference is a number");
        };
    }

    private static Formula truth(Value value) {
        return value instanceof Value.Bool(boolean holds) && holds ? Formula.TRUE : Formula.FALSE;
    }

    private Whole number(Operand operand) {
        return switch (operand) {
            case Operand.Constant(Value value, ValueType type) -> number(value);
            case Operand.OfParameter(String name, Value value, ValueType type) -> number(value);
            case Operand.OfFact fact -> new Whole.Variable(fact.fact());
            case Operand.OfField field -> new Whole.Variable(field(field.field()));
            case Operand.OfElement any -> Optional.ofNullable(element)
                    .orElseThrow(() -> new IllegalStateException("an element outside a quantifier"));
            case Operand.Truth truth -> throw new IllegalStateException("a truth value is no number");
            case Operand.Sum(Operand left, Operand right, ValueType type) -> new Whole.Sum(number(left), number(right));
            case Operand.Difference(Operand left, Operand right, ValueType type) ->
                new Whole.Difference(number(left), number(right));
        };
    }

    private Whole number(Value value) {
        return value instanceof Value.Symbol(String type, String name)
                ? space.domain(type).symbol(name)
                : new Whole.Fixed(Units.number(value));
    }
}
