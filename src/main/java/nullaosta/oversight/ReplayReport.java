package nullaosta.oversight;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.assessment.Outcome;

/**
 * What other terms would have made of past cases.
 *
 * @param terms       id of the terms that were tried
 * @param turns       the first of the cases that come to another outcome than they had, in the order in which they came
 * @param outcomes    how many of the cases that could be tried come to each outcome
 * @param changes     how many there are of each change: {@code INELIGIBLE → REFER}
 * @param notReplayed the first that could not be tried
 * @param reasons     how many could not, by reason
 */
public record ReplayReport(String terms, List<Turn> turns,
        Map<Outcome, Integer> outcomes, Map<String, Integer> changes, List<NotReplayed> notReplayed,
        Map<String, Integer> reasons) {

    public ReplayReport {
        turns = List.copyOf(turns);
        outcomes = Map.copyOf(outcomes);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        notReplayed = List.copyOf(notReplayed);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    public int cases() {
        return sum(outcomes) + untried();
    }

    /** How many come to the outcome that they had. */
    public int same() {
        return sum(outcomes) - changed();
    }

    public int changed() {
        return sum(changes);
    }

    public int untried() {
        return sum(reasons);
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
