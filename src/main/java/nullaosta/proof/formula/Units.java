package nullaosta.proof.formula;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nullaosta.agreement.vocabulary.Range;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType.Plain;

/**
 * Values as whole numbers, without loss: dates in days since 1970-01-01; instants and durations in nanoseconds, the
 * finest step that facts and constants can have. Seconds would not do: between two instants a second apart lies a third
 * one. Ranges are declared in whole seconds and bound the second, so the last of them is included to its end.
 */
final class Units {

    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);

    private Units() {
    }

    static BigInteger number(Value value) {
        return switch (value) {
            case Value.Int number -> BigInteger.valueOf(number.value());
            case Value.Day day -> BigInteger.valueOf(day.value().toEpochDay());
            case Value.Moment(Instant moment) -> nanoseconds(moment.getEpochSecond(), moment.getNano());
            case Value.Span(Duration span) -> nanoseconds(span.getSeconds(), span.getNano());
            case Value.Bool bool -> throw unordered(value);
            case Value.Symbol symbol -> throw unordered(value);
            case Value.SymbolSet set -> throw unordered(value);
            case Value.Rows rows -> throw unordered(value);
        };
    }

    private static IllegalStateException unordered(Value value) {
        return new IllegalStateException("no number: " + value);
    }

    private static BigInteger nanoseconds(long seconds, int nanoseconds) {
        return BigInteger.valueOf(seconds).multiply(SECOND).add(BigInteger.valueOf(nanoseconds));
    }

    static Value value(Plain type, BigInteger number) {
        return switch (type) {
            case BOOL -> throw new IllegalStateException("a truth value is no number");
            case INT -> new Value.Int(number.longValueExact());
            case DATE -> new Value.Day(LocalDate.ofEpochDay(number.longValueExact()));
            case INSTANT -> new Value.Moment(Instant.ofEpochSecond(seconds(number), rest(number)));
            case DURATION -> new Value.Span(Duration.ofSeconds(seconds(number), rest(number)));
        };
    }

    private static long seconds(BigInteger nanoseconds) {
        return nanoseconds.subtract(nanoseconds.mod(SECOND)).divide(SECOND).longValueExact();
    }

    private static long rest(BigInteger nanoseconds) {
        return nanoseconds.mod(SECOND).longValueExact();
    }

    static BigInteger least(Plain type, Range range) {
        BigInteger least = BigInteger.valueOf(range.least());
        return switch (type) {
            case BOOL, INT, DATE -> least;
            case INSTANT, DURATION -> least.multiply(SECOND);
        };
    }

    static BigInteger most(Plain type, Range range) {
        BigInteger most = BigInteger.valueOf(range.most());
        return switch (type) {
            case BOOL, INT, DATE -> most;
            case INSTANT, DURATION -> most.multiply(SECOND).add(SECOND).subtract(BigInteger.ONE);
        };
    }
}
