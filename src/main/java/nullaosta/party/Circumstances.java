package nullaosta.party;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * When something of the host's profile holds: each question named was answered with one of the answers beside it.
 *
 * @param answers admitted, by question; empty holds for every flight
 */
public record Circumstances(Map<String, List<String>> answers) {

    public static final Circumstances ALWAYS = new Circumstances(Map.of());

    public Circumstances {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        answers.forEach((question, admitted) -> copy.put(question, List.copyOf(admitted)));
        answers = Collections.unmodifiableMap(copy);
    }

    /** What is not answered yet fits nothing. */
    public boolean hold(UnaryOperator<String> answered) {
        return answers.entrySet().stream().allMatch(each -> each.getValue().contains(answered.apply(each.getKey())));
    }

    /** The questions not answered on which it still hangs; none where it holds, or where some answer rules it out. */
    public List<String> open(UnaryOperator<String> answered) {
        boolean ruledOut = answers.entrySet().stream().anyMatch(each -> !answered.apply(each.getKey()).isBlank()
                && !each.getValue().contains(answered.apply(each.getKey())));
        return ruledOut
                ? List.of()
                : answers.keySet().stream().filter(question -> answered.apply(question).isBlank()).toList();
    }

    public boolean always() {
        return answers.isEmpty();
    }
}
