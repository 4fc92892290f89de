package nullaosta.assessment.logic;

import java.util.BitSet;

/** Two propositions of which one may settle the whole: false does in {@code &&}, true does in {@code ||}. */
final class Junction extends Proposition {

    private final Proposition left;
    private final Proposition right;
    private final Truth decisive;

    Junction(Proposition left, Proposition right, Truth decisive) {
        this.left = left;
        this.right = right;
        this.decisive = decisive;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        Truth first = left.truth(look);
        if (first == decisive) {
            return decisive;
        }
        Truth second = right.truth(look);
        return second == decisive || first != Truth.UNKNOWN ? second : Truth.UNKNOWN;
    }

    @Override
    void missingWhileUnknown(Look look, BitSet found) {
        left.missing(look, found);
        right.missing(look, found);
    }

    @Override
    void absent(Look look, BitSet found) {
        left.absent(look, found);
        right.absent(look, found);
    }
}
