package nullaosta.assessment.logic;

import java.util.BitSet;

/** A field of type bool of the row that the quantifier around it is looking at. */
final class BoolField extends Proposition {

    private final String field;

    BoolField(String field) {
        this.field = field;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        return BoolFact.of(look.field(field));
    }

    @Override
    void absent(Look look, BitSet found) {
        // a field is never absent
    }
}
