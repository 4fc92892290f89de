package nullaosta.assessment.logic;

import java.util.BitSet;

/**
 * A compiled condition. A value that is absent makes a comparison unknown; {@code &&}, {@code ||} and the quantifiers are
 * definite as soon as one side decides.
 */
public abstract sealed class Proposition
        permits
        Always,
        BoolFact,
        BoolField,
        Not,
        Junction,
        Comparing,
        FactIs,
        OneOf,
        ElementIs,
        InSet,
        Quantified {

    /** Its truth now; throws {@link Look.LimitExceeded}. */
    public abstract Truth truth(Look look);

    /** The slots of the absent facts that keep it unknown; none when it is definite. */
    public final BitSet missing(Look look) {
        BitSet found = new BitSet();
        missing(look, found);
        return found;
    }

    final void missing(Look look, BitSet found) {
        if (truth(look) == Truth.UNKNOWN) {
            missingWhileUnknown(look, found);
        }
    }

    /** What {@link #missing} finds, where it is known that the truth is unknown. */
    void missingWhileUnknown(Look look, BitSet found) {
        absent(look, found);
    }

    /** The absent facts that it mentions. */
    abstract void absent(Look look, BitSet found);
}
