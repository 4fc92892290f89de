package nullaosta.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nullaosta.agreement.condition.Notation;

/**
 * How one part of a version, such as a clause, reads otherwise in another. No proof of permitted missions tells it, since words
 * and sources permit nothing.
 *
 * @param part    a clause by its id, or a number or place by the name that conditions have for it
 * @param changed what of it is other; empty where only one of the versions has it
 * @param alone   its words, where only one of the versions has it
 * @param gone    whether that one is the older version
 */
public record VersionChange(String part, List<Other> changed, String alone, boolean gone) {

    /** One thing that is other, such as {@code words}, as it was and as it is. */
    public record Other(String what, String was, String is) {}

    private static final Map<String, Function<Clause, String>> OF_A_CLAUSE = new LinkedHashMap<>();
    private static final Map<String, Function<Parameter, String>> OF_A_NUMBER = Map.of("value",
            parameter -> parameter.value().written());
    private static final Map<String, Function<AgreedPlace, String>> OF_A_PLACE = new LinkedHashMap<>();

    static {
        OF_A_CLAUSE.put("words", Clause::text);
        OF_A_CLAUSE.put("kind", clause -> word(clause.kind()));
        OF_A_CLAUSE.put("flights that it speaks of", clause -> Notation.of(clause.applies()));
        OF_A_CLAUSE.put("demand", clause -> Notation.of(clause.require()));
        OF_A_CLAUSE.put("authority", clause -> clause.decides().map(Authority::inWords).orElse("nobody named"));
        OF_A_CLAUSE.put("breach", clause -> word(clause.onBreach()));
        OF_A_CLAUSE.put("basis", clause -> word(clause.basis()));
        OF_A_CLAUSE.put("source",
                clause -> clause.sources().stream().map(Source::toString).collect(Collectors.joining("; ")));
        OF_A_CLAUSE.put("period", clause -> clause.inForce().map(Period::inWords).orElse("as the version"));
        OF_A_PLACE.put("words", AgreedPlace::text);
        OF_A_PLACE.put("extent", place -> place.area().inWords()
                + place.band().map(band -> ", " + band.inWords()).orElse(""));
    }

    public VersionChange {
        changed = List.copyOf(changed);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Clauses, then numbers, then places that are not the same in both; of each, what is gone comes last. */
    public static List<VersionChange> between(Terms older, Terms newer) {
        List<VersionChange> changes = new ArrayList<>();
        parts(byId(older), byId(newer), OF_A_CLAUSE, changes);
        parts(named("params.", older.params()), named("params.", newer.params()), OF_A_NUMBER, changes);
        parts(named("Place.", older.places()), named("Place.", newer.places()), OF_A_PLACE, changes);
        return changes;
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

    private static <T> void parts(Map<String, T> older, Map<String, T> newer, Map<String, Function<T, String>> things,
            List<VersionChange> changes) {
        Function<T, String> words = things.values().iterator().next();
        Set<String> names = new LinkedHashSet<>(newer.keySet());
        names.addAll(older.keySet());
        for (String name : names) {
            Optional<T> was = Optional.ofNullable(older.get(name));
            Optional<T> is = Optional.ofNullable(newer.get(name));
            if (was.isPresent() && is.isPresent()) {
                List<Other> others = others(was.get(), is.get(), things);
                if (!others.isEmpty()) {
                    changes.add(new VersionChange(name, others, "", false));
                }
            } else {
                changes.add(new VersionChange(name, List.of(), was.or(() -> is).map(words).orElseThrow(),
                        is.isEmpty()));
            }
        }
    }

    private static <T> List<Other> others(T was, T is, Map<String, Function<T, String>> things) {
        return things.entrySet().stream()
                .map(thing -> new Other(thing.getKey(), thing.getValue().apply(was), thing.getValue().apply(is)))
                .filter(other -> !other.was().equals(other.is())).toList();
    }

    /** {@code other words, source}; {@code new}; {@code gone}. */
    public String inWords() {
        if (changed.isEmpty()) {
            return gone ? "gone" : "new";
        }
        return "other " + changed.stream().map(Other::what).collect(Collectors.joining(", "));
    }
}
