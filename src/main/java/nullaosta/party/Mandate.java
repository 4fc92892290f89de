package nullaosta.party;

import nullaosta.quantity.TimeWindow;

/**
 * Power to decide, given for a time by an act that can be cited.
 *
 * @param authority the office whose power it is, as terms name it: {@code GOVERNMENT}, {@code DEFENCE_STAFF}
 * @param act what gave it, as cited in a decision
 */
public record Mandate(String authority, String act, TimeWindow window) {}
