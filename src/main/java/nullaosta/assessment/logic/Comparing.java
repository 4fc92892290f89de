package nullaosta.assessment.logic;

import java.time.Duration;
import java.util.BitSet;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.vocabulary.Value;
import org.jspecify.annotations.Nullable;

/** Two values compared; unknown while one is absent. */
final class Comparing extends Proposition {

    private final Comparison comparison;
    private final Expression left;
    private final Expression right;

    Comparing(Comparison comparison, Expression left, Expression right) {
        this.comparison = comparison;
        this.left = left;
        this.right = right;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        return compare(comparison, left.value(look), right.value(look));
    }

    static Truth compare(Comparison comparison, @Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        return switch (comparison) {
            case EQUAL -> Truth.of(left.equals(right));
            case UNEQUAL -> Truth.of(!left.equals(right));
            case LESS, AT_MOST, MORE, AT_LEAST -> Truth.of(comparison.holds(order(left, right)));
        };
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

    @Override
    void absent(Look look, BitSet found) {
        left.absent(look, found);
        right.absent(look, found);
    }
}
