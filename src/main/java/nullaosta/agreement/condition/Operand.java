package nullaosta.agreement.condition;

import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;

/** What a comparison compares. */
public sealed interface Operand {

    ValueType type();

    record Constant(Value value, ValueType type) implements Operand {}

    record OfParameter(String name, Value value, ValueType type) implements Operand {}

    record OfFact(String fact, int slot, ValueType type) implements Operand {}

    /** A field of the row that the quantifier around it is looking at. */
    record OfField(String field, ValueType type) implements Operand {}

    /** The element of the set that the quantifier around it is looking at. */
    record OfElement(ValueType type) implements Operand {}

    /** A condition compared as a value. */
    record Truth(Condition condition) implements Operand {

        @Override
        public ValueType type() {
            return ValueType.Plain.BOOL;
        }
    }

    record Sum(Operand left, Operand right, ValueType type) implements Operand {}

    record Difference(Operand left, Operand right, ValueType type) implements Operand {}
}
