package nullaosta.party;

import nullaosta.quantity.TimeWindow;

/**
 * Standing leave to enter what an officer decides by word of mouth.
 *
 * @param officer id of the person whose oral decisions are entered
 * @param act what gave it, as cited beside each of them
 */
public record Delegation(String officer, String act, TimeWindow window) {}
