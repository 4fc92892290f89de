package nullaosta.assessment.logic;

import java.time.Duration;
import java.util.BitSet;
import nullaosta.agreement.vocabulary.Value;
import org.jspecify.annotations.Nullable;

/** A compiled operand: a value, or none while a fact that it needs is absent. */
abstract sealed class Expression {

    abstract @Nullable Value value(Look look);

    /** The absent facts that it mentions. */
    void absent(Look look, BitSet found) {
        // most mention none
    }

    static final class Constant extends Expression {

        private final Value value;

        Constant(Value value) {
            this.value = value;
        }

        @Override
        Value value(Look look) {
            look.step();
            return value;
        }
    }

    static final class OfFact extends Expression {

        private final int slot;

        OfFact(int slot) {
            this.slot = slot;
        }

        @Override
        @Nullable
        Value value(Look look) {
            look.step();
            return look.fact(slot);
        }

        @Override
        void absent(Look look, BitSet found) {
            found.set(slot, look.absent(slot) || found.get(slot));
        }
    }

    static final class OfField extends Expression {

        private final String field;

        OfField(String field) {
            this.field = field;
        }

        @Override
        Value value(Look look) {
            look.step();
            return look.field(field);
        }
    }

    static final class OfElement extends Expression {

        private final String type;

        OfElement(String type) {
            this.type = type;
        }

        @Override
        Value value(Look look) {
            look.step();
            return new Value.Symbol(type, look.element());
        }
    }

    /** A condition compared as a value. */
    static final class OfCondition extends Expression {

        private static final Value TRUE = new Value.Bool(true);
        private static final Value FALSE = new Value.Bool(false);

        private final Proposition condition;

        OfCondition(Proposition condition) {
            this.condition = condition;
        }

        @Override
        @Nullable
        Value value(Look look) {
            look.step();
            return switch (condition.truth(look)) {
                case TRUE -> TRUE;
                case FALSE -> FALSE;
                case UNKNOWN -> null;
            };
        }

        @Override
        void absent(Look look, BitSet found) {
            condition.absent(look, found);
        }
    }

    /** Two values made into one; none while one is absent. */
    abstract static sealed class Arithmetic extends Expression {

        private final Expression left;
        private final Expression right;

        Arithmetic(Expression left, Expression right) {
            this.left = left;
            this.right = right;
        }

        abstract Value of(Value first, Value second);

        @Override
        @Nullable
        Value value(Look look) {
            look.step();
            Value first = left.value(look);
            Value second = right.value(look);
            return first == null || second == null ? null : of(first, second);
        }

        @Override
        void absent(Look look, BitSet found) {
            left.absent(look, found);
            right.absent(look, found);
        }
    }

    static final class Sum extends Arithmetic {

        Sum(Expression left, Expression right) {
            super(left, right);
        }

        @Override
        Value of(Value first, Value second) {
            if (first instanceof Value.Int(long a) && second instanceof Value.Int(long b)) {
                return new Value.Int(Math.addExact(a, b));
            }
            if (first instanceof Value.Moment(var moment) && second instanceof Value.Span(Duration span)) {
                return new Value.Moment(moment.plus(span));
            }
            if (first instanceof Value.Span(Duration span) && second instanceof Value.Moment(var moment)) {
                return new Value.Moment(moment.plus(span));
            }
            if (first instanceof Value.Span(Duration a) && second instanceof Value.Span(Duration b)) {
                return new Value.Span(a.plus(b));
            }
            throw new IllegalStateException("a sum of values that do not add");
        }
    }

    static final class Difference extends Arithmetic {

        Difference(Expression left, Expression right) {
            super(left, right);
        }

        @Override
        Value of(Value first, Value second) {
            if (first instanceof Value.Int(long a) && second instanceof Value.Int(long b)) {
                return new Value.Int(Math.subtractExact(a, b));
            }
            if (first instanceof Value.Moment(var a) && second instanceof Value.Moment(var b)) {
                return new Value.Span(Duration.between(b, a));
            }
            if (first instanceof Value.Moment(var moment) && second instanceof Value.Span(Duration span)) {
                return new Value.Moment(moment.minus(span));
            }
            if (first instanceof Value.Span(Duration a) && second instanceof Value.Span(Duration b)) {
                return new Value.Span(a.minus(b));
            }
            throw new IllegalStateException("a difference of values that do not subtract");
        }
    }
}
