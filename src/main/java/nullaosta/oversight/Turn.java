package nullaosta.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.assessment.Outcome;

/**
 * A past case that comes to another outcome under other terms.
 *
 * @param wasBy the clauses that the outcome rested on; empty where the terms of then are not at hand
 * @param nowBy the clauses that the new one rests on
 */
public record Turn(String name, Optional<Instant> departure, Outcome was, List<String> wasBy, Outcome now,
        List<String> nowBy) {

    public Turn {
        wasBy = List.copyOf(wasBy);
        nowBy = List.copyOf(nowBy);
    }

    /** Whether the terms now let pass, at once or by somebody's decision, what they did not. */
    public boolean widens() {
        return open(now) > open(was);
    }

    public boolean narrows() {
        return open(now) < open(was);
    }

    /** How far an outcome lets a flight: not at all, by decision of an authority, or with nothing in the way. */
    private static int open(Outcome outcome) {
        return switch (outcome) {
            case INELIGIBLE, CANNOT_EVALUATE, NEEDS_FACTS, NOT_COVERED -> 0;
            case REFER -> 1;
            case ELIGIBLE -> 2;
        };
    }
}
