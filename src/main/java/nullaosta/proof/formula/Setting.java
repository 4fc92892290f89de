package nullaosta.proof.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all questions about some terms have in common.
 *
 * @param letters variables that are true or false
 * @param wholes  variables that are whole numbers
 * @param symbols constants of enums by name, with their place in the domain
 * @param bounds  what holds of every fact by its declaration alone
 * @param clauses what each clause says; a proof may need some of them only
 * @param words   names for what clauses add up to, each after those that it uses
 */
public record Setting(List<String> letters, List<String> wholes, Map<String, Integer> symbols, List<Formula> bounds,
        List<Definition> clauses, List<Formula.Word> words) {

    /** @param name the clause's id, after the version where there are two */
    public record Definition(String name, Formula formula) {}

    public Setting {
        letters = List.copyOf(letters);
        wholes = List.copyOf(wholes);
        symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
        bounds = List.copyOf(bounds);
        clauses = List.copyOf(clauses);
        words = List.copyOf(words);
    }
}
