package nullaosta.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nullaosta.agreement.condition.Notation;

/**
 * How one part of a version, such as a clause, reads otherwise in another. No proof of permitted missions tells it, since words
 * and sources permit nothing.
 *
 * @param part    a clause by its id, or a number or place by the name that conditions have for it
 * @param changed what of it is other, such as {@code words}; empty where only one of the versions has it
 * @param before  its words in the older version, if it has it
 * @param after   its words in the newer version, if it has it
 */
public record VersionChange(String part, List<String> changed, Optional<String> before, Optional<String> after) {

    private static final Map<String, Function<Clause, Object>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("words", Clause::text);
        PARTS.put("kind", Clause::kind);
        PARTS.put("condition", clause -> List.of(Notation.of(clause.applies()), Notation.of(clause.require())));
        PARTS.put("who decides", clause -> List.of(clause.authority(), clause.derogation()));
        PARTS.put("what a breach leads to", Clause::onBreach);
        PARTS.put("how it is verified", Clause::basis);
        PARTS.put("source", Clause::sources);
        PARTS.put("when it is law", clause -> List.of(clause.inForce(), clause.published()));
    }

    public VersionChange {
        changed = List.copyOf(changed);
    }

    /** Clauses, then numbers, then places that are not the same in both; of each, what is gone comes last. */
    public static List<VersionChange> between(Terms older, Terms newer) {
        List<VersionChange> changes = new ArrayList<>();
        parts(byId(older), byId(newer), VersionChange::changed, Clause::text, changes);
        parts(named("params.", older.params()), named("params.", newer.params()),
                (was, is) -> was.value().equals(is.value()) ? List.of() : List.of("value"),
                parameter -> parameter.value().written(), changes);
        parts(named("Place.", older.places()), named("Place.", newer.places()),
                (was, is) -> was.equals(is) ? List.of() : List.of("extent or words"), AgreedPlace::text, changes);
        return changes;
    }

    private static List<String> changed(Clause was, Clause is) {
        return PARTS.entrySet().stream()
                .filter(part -> !part.getValue().apply(was).equals(part.getValue().apply(is)))
                .map(Map.Entry::getKey).toList();
    }

    private static Map<String, Clause> byId(Terms terms) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        terms.clauses().forEach(clause -> clauses.put(clause.id(), clause));
        return clauses;
    }

    private static <T> Map<String, T> named(String group, Map<String, T> parts) {
        Map<String, T> named = new LinkedHashMap<>();
        parts.forEach((name, part) -> named.put(group + name, part));
        return named;
    }

    private static <T> void parts(Map<String, T> older, Map<String, T> newer, BiFunction<T, T, List<String>> changed,
            Function<T, String> words, List<VersionChange> changes) {
        Set<String> names = new LinkedHashSet<>(newer.keySet());
        names.addAll(older.keySet());
        for (String name : names) {
            Optional<T> was = Optional.ofNullable(older.get(name));
            Optional<T> is = Optional.ofNullable(newer.get(name));
            List<String> other = was.flatMap(it -> is.map(now -> changed.apply(it, now))).orElse(List.of());
            if (was.isEmpty() || is.isEmpty() || !other.isEmpty()) {
                changes.add(new VersionChange(name, other, was.map(words), is.map(words)));
            }
        }
    }

    /** Whether it has other words in the newer version than in the older one. */
    public boolean reworded() {
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }

    /** {@code other words, source}; {@code new}; {@code gone}. */
    public String inWords() {
        if (before.isEmpty()) {
            return "new";
        }
        return after.isEmpty() ? "gone" : "other " + String.join(", ", changed);
    }
}
