package nullaosta.quantity;

import java.util.Collection;

/** Whether something measured lies within bounds; what cannot be told is neither. */
public enum Judgement {
    INSIDE,
    OUTSIDE,
    UNDETERMINED;

    /** Inside only if both are; outside if either is. */
    public Judgement and(Judgement other) {
        if (this == OUTSIDE || other == OUTSIDE) {
            return OUTSIDE;
        }
        return this == INSIDE && other == INSIDE ? INSIDE : UNDETERMINED;
    }

    /** Inside if any is; outside only if all are. Of nothing: outside. */
    public static Judgement any(Collection<Judgement> judgements) {
        if (judgements.contains(INSIDE)) {
            return INSIDE;
        }
        return judgements.contains(UNDETERMINED) ? UNDETERMINED : OUTSIDE;
    }
}
