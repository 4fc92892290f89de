package nullaosta.party;

import nullaosta.quantity.TimeWindow;

/**
 * That a person may decide in an officer's place while that officer is absent.
 *
 * @param officer id of whose place
 * @param act what made them the deputy, as cited in a decision
 */
public record Deputyship(String officer, String act, TimeWindow window) {}
