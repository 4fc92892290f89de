package nullaosta.assessment.logic;

import java.util.BitSet;
import nullaosta.agreement.vocabulary.Value;
import org.jspecify.annotations.Nullable;

/** A fact of type bool. */
final class BoolFact extends Proposition {

    private final int slot;

    BoolFact(int slot) {
        this.slot = slot;
    }

    static Truth of(@Nullable Value value) {
        if (value == null) {
            return Truth.UNKNOWN;
        }
        if (value instanceof Value.Bool(boolean holds)) {
            return Truth.of(holds);
        }
        throw new IllegalStateException("a condition on a value that is not bool");
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        return of(look.fact(slot));
    }

    @Override
    void absent(Look look, BitSet found) {
        found.set(slot, look.absent(slot) || found.get(slot));
    }
}
