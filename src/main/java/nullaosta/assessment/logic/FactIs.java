package nullaosta.assessment.logic;

import java.util.BitSet;
import nullaosta.agreement.vocabulary.Value;

/** A fact is, or is not, one name of its enum. */
final class FactIs extends Proposition {

    private final int slot;
    private final String name;
    private final boolean wanted;

    FactIs(int slot, String name, boolean wanted) {
        this.slot = slot;
        this.name = name;
        this.wanted = wanted;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        Value value = look.fact(slot);
        return value == null ? Truth.UNKNOWN : Truth.of(((Value.Symbol) value).name().equals(name) == wanted);
    }

    @Override
    void absent(Look look, BitSet found) {
        found.set(slot, look.absent(slot) || found.get(slot));
    }
}
