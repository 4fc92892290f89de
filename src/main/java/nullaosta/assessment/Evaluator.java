package nullaosta.assessment;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Condition.Quantifier;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.Value;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditions in Kleene's logic over facts in slots. A value that is absent makes a comparison unknown;
 * {@code &&}, {@code ||} and the quantifiers are definite as soon as one side decides. Not for use by two threads at
 * once: it notes which facts it has looked at, and counts its steps.
 */
final class Evaluator {

    private final @Nullable Value[] slots;
    private final long limit;
    private final BitSet looked = new BitSet();
    private long steps;
    private Value.@Nullable Row row;
    private @Nullable Value element;
    private @Nullable Outcome outcome;

    /** Thrown when a clause takes more steps than allowed; becomes a finding, never leaves the package. */
    static final class LimitExceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        LimitExceeded(long limit) {
            super("more than " + limit + " steps", null, false, false);
        }
    }

    /** @param limit the most steps that one clause may take */
    Evaluator(@Nullable Value[] slots, long limit) {
        this.slots = slots;
        this.limit = limit;
    }

    /** Forgets the facts looked at and the steps taken: to be called before each clause. */
    void begin() {
        looked.clear();
        steps = 0;
        row = null;
        element = null;
    }

    /** Lets conditions speak of an outcome, as declared properties do. */
    void comesTo(Outcome reached) {
        outcome = reached;
    }

    /** The slots looked at since {@link #begin}, present or absent. */
    BitSet looked() {
        return (BitSet) looked.clone();
    }

    Truth truth(Condition condition) {
        step();
        return switch (condition) {
            case Condition.Always(boolean holds) -> Truth.of(holds);
            case Condition.Stated(String fact, int slot) -> bool(fact(slot));
            case Condition.FieldHolds(String field) -> bool(field(field));
            case Condition.ComesTo(Condition.OutcomeWord word) -> comesTo(word);
            case Condition.Not(Condition inner) -> truth(inner).not();
            case Condition.And(Condition left, Condition right) -> both(left, right);
            case Condition.Or(Condition left, Condition right) -> either(left, right);
            case Condition.Compare(Comparison comparison, Operand left, Operand right) ->
                compare(comparison, value(left), value(right));
            case Condition.OneOf(Operand sought, List<Operand> candidates) -> oneOf(value(sought), candidates);
            case Condition.Member(Operand sought, Operand.OfFact set) -> member(value(sought), fact(set.slot()));
            case Condition.Quantified quantified -> quantified(quantified);
        };
    }

    /** Definite as soon as no further fact can change the outcome. */
    private Truth comesTo(Condition.OutcomeWord word) {
        Outcome reached = outcome;
        if (reached == null) {
            throw new IllegalStateException("a clause cannot speak of the outcome");
        }
        return switch (reached) {
            case NEEDS_FACTS, CANNOT_EVALUATE -> Truth.UNKNOWN;
            case ELIGIBLE -> Truth.of(word == Condition.OutcomeWord.ELIGIBLE);
            case REFER -> Truth.of(word == Condition.OutcomeWord.REFERRED);
            case INELIGIBLE -> Truth.of(word == Condition.OutcomeWord.INELIGIBLE);
            case NOT_COVERED -> Truth.of(word == Condition.OutcomeWord.NOT_COVERED);
        };
    }

    private void step() {
        if (++steps > limit) {
            throw new LimitExceeded(limit);
        }
    }

    private static Truth bool(@Nullable Value value) {
        if (value == null) {
            return Truth.UNKNOWN;
        }
        if (value instanceof Value.Bool(boolean holds)) {
            return Truth.of(holds);
        }
        throw new IllegalStateException("a condition on a value that is not bool");
    }

    private Truth both(Condition left, Condition right) {
        Truth first = truth(left);
        if (first == Truth.FALSE) {
            return Truth.FALSE;
        }
        Truth second = truth(right);
        return second == Truth.FALSE || first == Truth.TRUE ? second : Truth.UNKNOWN;
    }

    private Truth either(Condition left, Condition right) {
        Truth first = truth(left);
        if (first == Truth.TRUE) {
            return Truth.TRUE;
        }
        Truth second = truth(right);
        return second == Truth.TRUE || first == Truth.FALSE ? second : Truth.UNKNOWN;
    }

    private Truth oneOf(@Nullable Value sought, List<Operand> candidates) {
        boolean unknown = false;
        for (Operand candidate : candidates) {
            Truth equal = compare(Comparison.EQUAL, sought, value(candidate));
            if (equal == Truth.TRUE) {
                return Truth.TRUE;
            }
            unknown |= equal == Truth.UNKNOWN;
        }
        return unknown ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Nothing is in the empty set, whatever is sought. */
    private static Truth member(@Nullable Value sought, @Nullable Value set) {
        if (set == null) {
            return Truth.UNKNOWN;
        }
        if (!(set instanceof Value.SymbolSet names)) {
            throw new IllegalStateException("a set that is none");
        }
        if (names.names().isEmpty()) {
            return Truth.FALSE;
        }
        if (sought == null) {
            return Truth.UNKNOWN;
        }
        return Truth.of(sought instanceof Value.Symbol symbol && names.names().contains(symbol.name()));
    }

    private Truth quantified(Condition.Quantified quantified) {
        Value list = fact(quantified.list().slot());
        if (list == null) {
            return Truth.UNKNOWN;
        }
        Truth decisive = Truth.of(quantified.quantifier() == Quantifier.EXISTS);
        boolean unknown = false;
        try {
            switch (list) {
                case Value.Rows rows -> {
                    for (Value.Row each : rows.rows()) {
                        row = each;
                        Truth truth = truth(quantified.body());
                        if (truth == decisive) {
                            return decisive;
                        }
                        unknown |= truth == Truth.UNKNOWN;
                    }
                }
                case Value.SymbolSet set -> {
                    for (String name : set.names()) {
                        element = new Value.Symbol(set.type(), name);
                        Truth truth = truth(quantified.body());
                        if (truth == decisive) {
                            return decisive;
                        }
                        unknown |= truth == Truth.UNKNOWN;
                    }
                }
                default -> throw new IllegalStateException("a quantifier over a single value");
            }
        } finally {
            row = null;
            element = null;
        }
        return unknown ? Truth.UNKNOWN : decisive.not();
    }

    private @Nullable Value fact(int slot) {
        looked.set(slot);
        return slots[slot];
    }

    private Value field(String name) {
        Value.Row current = row;
        if (current == null) {
            throw new IllegalStateException("a field outside a quantifier");
        }
        return current.field(name);
    }

    private @Nullable Value value(Operand operand) {
        step();
        return switch (operand) {
            case Operand.Constant constant -> constant.value();
            case Operand.OfParameter parameter -> parameter.value();
            case Operand.OfFact fact -> fact(fact.slot());
            case Operand.OfField field -> field(field.field());
            case Operand.OfElement any -> element;
            case Operand.Truth(Condition condition) -> switch (truth(condition)) {
                case TRUE -> new Value.Bool(true);
                case FALSE -> new Value.Bool(false);
                case UNKNOWN -> null;
            };
            case Operand.Sum sum -> sum(value(sum.left()), value(sum.right()));
            case Operand.Difference difference -> difference(value(difference.left()), value(difference.right()));
        };
    }

    private static @Nullable Value sum(@Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Value.Int(long a) && right instanceof Value.Int(long b)) {
            return new Value.Int(Math.addExact(a, b));
        }
        if (left instanceof Value.Moment(var moment) && right instanceof Value.Span(Duration span)) {
            return new Value.Moment(moment.plus(span));
        }
        if (left instanceof Value.Span(Duration span) && right instanceof Value.Moment(var moment)) {
            return new Value.Moment(moment.plus(span));
        }
        if (left instanceof Value.Span(Duration a) && right instanceof Value.Span(Duration b)) {
            return new Value.Span(a.plus(b));
        }
        throw new IllegalStateException("a sum of values that do not add");
    }

    private static @Nullable Value difference(@Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Value.Int(long a) && right instanceof Value.Int(long b)) {
            return new Value.Int(Math.subtractExact(a, b));
        }
        if (left instanceof Value.Moment(var a) && right instanceof Value.Moment(var b)) {
            return new Value.Span(Duration.between(b, a));
        }
        if (left instanceof Value.Moment(var moment) && right instanceof Value.Span(Duration span)) {
            return new Value.Moment(moment.minus(span));
        }
        if (left instanceof Value.Span(Duration a) && right instanceof Value.Span(Duration b)) {
            return new Value.Span(a.minus(b));
        }
        throw new IllegalStateException("a difference of values that do not subtract");
    }

    private static Truth compare(Comparison comparison, @Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        if (comparison == Comparison.EQUAL) {
            return Truth.of(left.equals(right));
        }
        if (comparison == Comparison.UNEQUAL) {
            return Truth.of(!left.equals(right));
        }
        return Truth.of(comparison.holds(order(left, right)));
    }

    private static int order(Value left, Value right) {
        if (left instanceof Value.Int(long a) && right instanceof Value.Int(long b)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.Day(var a) && right instanceof Value.Day(var b)) {
            return a.compareTo(b);
        }
        if (left instanceof Value.Moment(var a) && right instanceof Value.Moment(var b)) {
            return a.compareTo(b);
        }
        if (left instanceof Value.Span(Duration a) && right instanceof Value.Span(Duration b)) {
            return a.compareTo(b);
        }
        throw new IllegalStateException("values without order compared by size");
    }

    // Missing facts

    /** The slots of the absent facts that keep a condition unknown; none when it is definite. */
    BitSet missing(Condition condition) {
        BitSet found = new BitSet();
        missing(condition, found);
        return found;
    }

    private void missing(Condition condition, BitSet found) {
        if (truth(condition) != Truth.UNKNOWN) {
            return;
        }
        switch (condition) {
            case Condition.And(Condition left, Condition right) -> {
                missing(left, found);
                missing(right, found);
            }
            case Condition.Or(Condition left, Condition right) -> {
                missing(left, found);
                missing(right, found);
            }
            case Condition.Not(Condition inner) -> missing(inner, found);
            case Condition.Quantified quantified when slots[quantified.list().slot()] == null ->
                found.set(quantified.list().slot());
            case Condition.Quantified quantified -> absent(quantified.body(), found);
            default -> absent(condition, found);
        }
    }

    /** The absent facts that a condition mentions. */
    private void absent(Condition condition, BitSet found) {
        switch (condition) {
            case Condition.Always always -> {
            }
            case Condition.FieldHolds field -> {
            }
            case Condition.ComesTo outcome -> {
            }
            case Condition.Stated(String fact, int slot) -> absent(slot, found);
            case Condition.Not(Condition inner) -> absent(inner, found);
            case Condition.And(Condition left, Condition right) -> {
                absent(left, found);
                absent(right, found);
            }
            case Condition.Or(Condition left, Condition right) -> {
                absent(left, found);
                absent(right, found);
            }
            case Condition.Compare(Comparison comparison, Operand left, Operand right) -> {
                absent(left, found);
                absent(right, found);
            }
            case Condition.OneOf(Operand sought, List<Operand> candidates) -> {
                absent(sought, found);
                candidates.forEach(candidate -> absent(candidate, found));
            }
            case Condition.Member(Operand sought, Operand.OfFact set) -> {
                absent(sought, found);
                absent(set.slot(), found);
            }
            case Condition.Quantified(Quantifier quantifier, Operand.OfFact list, String variable, Condition body) -> {
                absent(list.slot(), found);
                absent(body, found);
            }
        }
    }

    private void absent(Operand operand, BitSet found) {
        switch (operand) {
            case Operand.OfFact fact -> absent(fact.slot(), found);
            case Operand.Truth(Condition condition) -> absent(condition, found);
            case Operand.Sum sum -> {
                absent(sum.left(), found);
                absent(sum.right(), found);
            }
            case Operand.Difference difference -> {
                absent(difference.left(), found);
                absent(difference.right(), found);
            }
            case Operand.Constant constant -> {
            }
            case Operand.OfParameter parameter -> {
            }
            case Operand.OfField field -> {
            }
            case Operand.OfElement any -> {
            }
        }
    }

    private void absent(int slot, BitSet found) {
        if (slots[slot] == null) {
            found.set(slot);
        }
    }
}
