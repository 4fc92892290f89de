package nullaosta.assessment.logic;

import java.util.BitSet;
import java.util.List;
import nullaosta.agreement.condition.Comparison;

/** A value is one of several; unknown candidates leave it open unless another one is it. */
final class OneOf extends Proposition {

    private final Expression sought;
    private final List<Expression> candidates;

    OneOf(Expression sought, List<Expression> candidates) {
        this.sought = sought;
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        var value = sought.value(look);
        boolean unknown = false;
        for (int i = 0; i < candidates.size(); i++) {
            Truth equal = Comparing.compare(Comparison.EQUAL, value, candidates.get(i).value(look));
            if (equal == Truth.TRUE) {
                return Truth.TRUE;
            }
            unknown |= equal == Truth.UNKNOWN;
        }
        return unknown ? Truth.UNKNOWN : Truth.FALSE;
    }

    @Override
    void absent(Look look, BitSet found) {
        sought.absent(look, found);
        candidates.forEach(candidate -> candidate.absent(look, found));
    }
}
