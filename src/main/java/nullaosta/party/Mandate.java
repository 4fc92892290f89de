package nullaosta.party;

import nullaosta.quantity.TimeWindow;

/**
 * Power to decide, given for a time by an act that can be cited.
 *
 * @param authority the office whose power it is, as terms name it, such as {@code government}; about agreements one of
 *                  the three below
 * @param act what gave it, as cited in a decision
 */
public record Mandate(String authority, String act, TimeWindow window) {

    /** To draft an agreement's text for the host. */
    public static final String DRAFTER = "drafter";
    /** To say for the host that a text is sound in law. */
    public static final String LEGAL = "legal";
    /** To bind a state to an agreement, as the Vienna Convention on the Law of Treaties has it in article 7. */
    public static final String FULL_POWERS = "full-powers";
}
