package nullaosta.assessment.logic;

import java.util.BitSet;
import nullaosta.agreement.vocabulary.Value;

/** A value is in a fact's set. Nothing is in the empty set, whatever is sought. */
final class InSet extends Proposition {

    private final Expression sought;
    private final int slot;

    InSet(Expression sought, int slot) {
        this.sought = sought;
        this.slot = slot;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        Value value = sought.value(look);
        Value set = look.fact(slot);
        if (set == null) {
            return Truth.UNKNOWN;
        }
        if (!(set instanceof Value.SymbolSet names)) {
            throw new IllegalStateException("a set that is none");
        }
        if (names.names().isEmpty()) {
            return Truth.FALSE;
        }
        return value == null
                ? Truth.UNKNOWN
                : Truth.of(value instanceof Value.Symbol symbol && names.names().contains(symbol.name()));
    }

    @Override
    void absent(Look look, BitSet found) {
        sought.absent(look, found);
        found.set(slot, look.absent(slot) || found.get(slot));
    }
}
