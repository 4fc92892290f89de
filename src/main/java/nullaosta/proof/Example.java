package nullaosta.proof;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;

/** The facts of a mission that shows something, and what the evaluator says of them under given terms. */
public final class Example {

    private static final String ORIGIN = "example";

    private final Map<String, Value> facts;
    private final Map<Terms, Optional<Assessment>> assessed = new IdentityHashMap<>();
    private final Map<Terms, Optional<Verdict>> verdicts = new IdentityHashMap<>();

    public Example(Map<String, Value> facts) {
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** By name, in the vocabulary's order; what is not here does not matter. */
    public Map<String, Value> facts() {
        return facts;
    }

    Example without(String fact) {
        Map<String, Value> fewer = new LinkedHashMap<>(facts);
        fewer.remove(fact);
        return new Example(fewer);
    }

    Example with(String fact, Value value) {
        Map<String, Value> other = new LinkedHashMap<>(facts);
        other.put(fact, value);
        return new Example(other);
    }

    /** As far as the vocabulary has these facts; empty where it has one of them but not its value. */
    public Optional<FactSheet> sheet(Vocabulary vocabulary) {
        FactSheet.Builder builder = FactSheet.builder(vocabulary);
        facts.forEach((name, value) -> {
            if (vocabulary.fact(name).isPresent()) {
                builder.known(name, value, ORIGIN);
            }
        });
        return builder.build() instanceof Reading.Sound<FactSheet>(FactSheet sheet)
                ? Optional.of(sheet)
                : Optional.empty();
    }

    /** What the terms say of it; empty where their vocabulary cannot state it. */
    public Optional<Assessment> under(Terms terms) {
        Optional<Assessment> known = assessed.get(terms);
        if (known == null) {
            known = sheet(terms.vocabulary()).map(sheet -> Assessor.assess(terms, sheet));
            assessed.put(terms, known);
        }
        return known;
    }

    Optional<Verdict> verdict(Terms terms) {
        Optional<Verdict> known = verdicts.get(terms);
        if (known == null) {
            known = under(terms).map(Verdict::of);
            verdicts.put(terms, known);
        }
        return known;
    }

    /** As JSON has it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        facts.forEach((name, value) -> map.put(name, value.plain()));
        return map;
    }
}
