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
 * @param cases       how many there were
 * @param same        how many come to the outcome that they had
 * @param turns       the first of those that do not, in the order in which they came
 * @param outcomes    how many cases come to each outcome
 * @param changes     how many there are of each change: {@code INELIGIBLE → REFER}
 * @param notReplayed the first that could not be tried
 * @param reasons     how many could not, by reason
 */
public record ReplayReport(String terms, int cases, int same, List<Turn> turns,
        Map<Outcome, Integer> outcomes, Map<String, Integer> changes, List<NotReplayed> notReplayed,
        Map<String, Integer> reasons) {

    public ReplayReport {
        turns = List.copyOf(turns);
        outcomes = Map.copyOf(outcomes);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        notReplayed = List.copyOf(notReplayed);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    public int changed() {
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int untried() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }
}
