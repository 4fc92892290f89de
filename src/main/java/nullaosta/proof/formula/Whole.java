package nullaosta.proof.formula;

import java.math.BigInteger;
import java.util.Optional;

/** A whole number that a formula compares: linear, since nothing multiplies. */
public sealed interface Whole {

    record Fixed(BigInteger value) implements Whole {}

    /** A constant of an enum, as its place in the enum's domain; written by its name. */
    record Symbol(String name, int index) implements Whole {}

    record Variable(String name) implements Whole {}

    record Sum(Whole left, Whole right) implements Whole {}

    record Difference(Whole left, Whole right) implements Whole {}

    static Whole fixed(long value) {
        return new Fixed(BigInteger.valueOf(value));
    }

    /** The value of what holds no variable by itself; empty for all else. */
    default Optional<BigInteger> known() {
        return switch (this) {
            case Fixed(BigInteger value) -> Optional.of(value);
            case Symbol(String name, int index) -> Optional.of(BigInteger.valueOf(index));
            case Variable variable -> Optional.empty();
            case Sum sum -> Optional.empty();
            case Difference difference -> Optional.empty();
        };
    }
}
