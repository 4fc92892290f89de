package nullaosta.agreement.condition;

import java.util.Optional;
import nullaosta.agreement.vocabulary.Range;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.ValueType.Plain;

/** An operand with the range its value lies in: what adds to what, and whether a result can run out of every range. */
record Ranged(Operand operand, Range range) {

    static Ranged truth(Condition condition) {
        return new Ranged(new Operand.Truth(condition), new Range(0, 1));
    }

    ValueType type() {
        return operand.type();
    }

    /** Empty where the two types do not add. */
    Optional<Ranged> plus(Ranged other) {
        return result(other, true).map(type -> new Ranged(new Operand.Sum(operand, other.operand, type),
                new Range(range.least() + other.range.least(), range.most() + other.range.most())));
    }

    /** Empty where the other cannot be subtracted from this. */
    Optional<Ranged> minus(Ranged other) {
        return result(other, false).map(type -> new Ranged(new Operand.Difference(operand, other.operand, type),
                new Range(range.least() - other.range.most(), range.most() - other.range.least())));
    }

    private Optional<ValueType> result(Ranged other, boolean plus) {
        ValueType a = type();
        ValueType b = other.type();
        if (a == Plain.INT && b == Plain.INT) {
            return Optional.of(Plain.INT);
        }
        if (a == Plain.DURATION && b == Plain.DURATION) {
            return Optional.of(Plain.DURATION);
        }
        if (a == Plain.INSTANT && b == Plain.DURATION || plus && a == Plain.DURATION && b == Plain.INSTANT) {
            return Optional.of(Plain.INSTANT);
        }
        return !plus && a == Plain.INSTANT && b == Plain.INSTANT ? Optional.of(Plain.DURATION) : Optional.empty();
    }

    /** Whether every value is one that both CEL's runtime and java.time can hold, whatever the facts are. */
    boolean within() {
        Range limit = type() == Plain.INT
                ? new Range(2 * Range.INTS.least(), 2 * Range.INTS.most())
                : type() == Plain.INSTANT
                        ? new Range(-62_135_596_800L, 253_402_300_799L)
                        : new Range(-315_576_000_000L, 315_576_000_000L);
        return limit.holds(range.least()) && limit.holds(range.most());
    }

    /** For messages: what it is, and of which type. */
    String described() {
        return "`" + written() + "` of type `" + type() + "`";
    }

    String written() {
        return switch (operand) {
            case Operand.Constant(Value.Symbol(String type, String name), ValueType of) -> type + "." + name;
            case Operand.Constant(Value value, ValueType of) -> value.written();
            case Operand.OfParameter parameter -> "params." + parameter.name();
            case Operand.OfFact fact -> fact.fact();
            case Operand.OfField field -> field.field();
            case Operand.Truth(Condition.Stated(String fact, int slot)) -> fact;
            case Operand.Truth(Condition.Always(boolean holds)) -> Boolean.toString(holds);
            case Operand.OfElement element -> "the element";
            case Operand.Truth truth -> "a condition";
            case Operand.Sum sum -> "a sum";
            case Operand.Difference difference -> "a difference";
        };
    }
}
