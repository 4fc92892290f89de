package nullaosta.agreement.condition;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;

/**
 * Everything a condition may name.
 *
 * @param parameters by name, without the prefix {@code params.}
 * @param faulty     names of parameters whose own problem is reported already
 * @param closed     the only names that conditions may use of some open enums, such as the agreement's own places
 * @param outcomes   whether the outcome's words may appear, as in declared properties
 */
public record Words(Vocabulary vocabulary, Map<String, Typed> parameters, Set<String> faulty,
        Map<String, List<String>> closed, boolean outcomes) {

    /** A parameter's value with its type. */
    public record Typed(Value value, ValueType type) {}

    public Words {
        parameters = Map.copyOf(parameters);
        faulty = Set.copyOf(faulty);
        closed = Map.copyOf(closed);
    }

    public Words withOutcomes() {
        return new Words(vocabulary, parameters, faulty, closed, true);
    }

    /** All dotted names, for "did you mean". */
    Collection<String> all() {
        Set<String> all = new LinkedHashSet<>(vocabulary.slots());
        parameters.keySet().forEach(name -> all.add("params." + name));
        vocabulary.enums().values()
                .forEach(it -> it.constants().forEach(constant -> all.add(it.name() + "." + constant)));
        if (outcomes) {
            for (Condition.OutcomeWord word : Condition.OutcomeWord.values()) {
                all.add(word.word());
            }
        }
        return all;
    }
}
