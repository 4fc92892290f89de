package nullaosta.agreement;

import nullaosta.agreement.condition.Condition;

/** Something the terms are claimed to have for every possible mission; checked by type here, proved elsewhere. */
public record Property(String id, Claim claim, String text, Condition formula) {

    public enum Claim {
        /** No mission makes the formula true. */
        NEVER,
        /** Every mission does. */
        ALWAYS,
        /** At least one mission does. */
        POSSIBLE
    }
}
