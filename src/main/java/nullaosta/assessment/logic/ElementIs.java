package nullaosta.assessment.logic;

import java.util.BitSet;

/** The name that the quantifier around it is looking at is, or is not, this one. */
final class ElementIs extends Proposition {

    private final String name;
    private final boolean wanted;

    ElementIs(String name, boolean wanted) {
        this.name = name;
        this.wanted = wanted;
    }

    @Override
    public Truth truth(Look look) {
        look.step();
        return Truth.of(look.element().equals(name) == wanted);
    }

    @Override
    void absent(Look look, BitSet found) {
        // an element is never absent
    }
}
