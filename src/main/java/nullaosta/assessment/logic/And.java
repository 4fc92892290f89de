package nullaosta.assessment.logic;

import java.util.BitSet;

final class And extends Proposition {

    private final Proposition left;
    private final Proposition right;

    And(Proposition left, Proposition right) {
        this.left = left;
        this.right = right;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        Truth first = left.truth(look);
        if (first == Truth.FALSE) {
            return Truth.FALSE;
        }
        Truth second = right.truth(look);
        return second == Truth.FALSE || first == Truth.TRUE ? second : Truth.UNKNOWN;
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
