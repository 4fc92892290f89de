package nullaosta.assessment.logic;

import java.util.BitSet;
import nullaosta.agreement.vocabulary.Value;

/** Some, or every, row of a list or name of a set. */
final class Quantified extends Proposition {

    private final int slot;
    private final Proposition body;
    private final Truth decisive;

    /** @param decisive the answer of the body that settles it: true for exists, false for all */
    Quantified(int slot, Proposition body, Truth decisive) {
        this.slot = slot;
        this.body = body;
        this.decisive = decisive;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        Value list = look.fact(slot);
        return switch (list) {
            case null -> Truth.UNKNOWN;
            case Value.Rows rows -> look.each(rows.rows(), body, decisive);
            case Value.SymbolSet set -> look.each(set, body, decisive);
            default -> throw new IllegalStateException("a quantifier over a single value");
        };
    }

    @Override
    void missingWhileUnknown(Look look, BitSet found) {
        if (look.absent(slot)) {
            found.set(slot);
        } else {
            body.absent(look, found);
        }
    }

    @Override
    void absent(Look look, BitSet found) {
        found.set(slot, look.absent(slot) || found.get(slot));
        body.absent(look, found);
    }
}
