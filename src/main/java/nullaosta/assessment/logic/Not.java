package nullaosta.assessment.logic;

import java.util.BitSet;

final class Not extends Proposition {

    private final Proposition inner;

    Not(Proposition inner) {
        this.inner = inner;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        return inner.truth(look).not();
    }

    @Override
    void missingWhileUnknown(Look look, BitSet found) {
        inner.missing(look, found);
    }

    @Override
    void absent(Look look, BitSet found) {
        inner.absent(look, found);
    }
}
