package nullaosta.assessment;

/** What an assessment comes to: the first of these that holds, in this order. */
public enum Outcome {
    /** A clause that refuses is breached: definite even while facts are missing; cannot be approved. */
    INELIGIBLE,
    /** A clause failed inside or exceeded its limit; cannot be decided. */
    CANNOT_EVALUATE,
    /** A clause waits for facts; may be refused as not clarified in time, never approved. */
    NEEDS_FACTS,
    /** No grant brings the flight within the agreement; cannot be approved under it. */
    NOT_COVERED,
    /** An authority decides, case by case. */
    REFER,
    /** Nothing stands in the way; a person still signs. */
    ELIGIBLE
}
