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

    private static final Map<String, Function<Terms, String>> OF_THE_WHOLE = new LinkedHashMap<>();
    private static final Map<String, Function<Authority, String>> OF_AN_AUTHORITY = new LinkedHashMap<>();
    private static final Map<String, Function<Property, String>> OF_A_PROPERTY = new LinkedHashMap<>();
    private static final Map<String, Function<Clause, String>> OF_A_CLAUSE = new LinkedHashMap<>();
    private static final Map<String, Function<Parameter, String>> OF_A_NUMBER = Map.of("value",
            parameter -> parameter.value().written());
    private static final Map<String, Function<AgreedPlace, String>> OF_A_PLACE = new LinkedHashMap<>();

    static {
        OF_THE_WHOLE.put("title", Terms::title);
        OF_THE_WHOLE.put("host", Terms::host);
        OF_THE_WHOLE.put("parties", terms -> String.join(", ", terms.parties()));
        OF_THE_WHOLE.put("user states", terms -> String.join(", ", terms.userStates()));
        OF_THE_WHOLE.put("bases", terms -> String.join(", ", terms.bases()));
        OF_THE_WHOLE.put("period", terms -> terms.inForce().map(Period::inWords).orElse("proposed, none yet"));
        OF_THE_WHOLE.put("time zone", terms -> terms.timezone().getId());
        OF_AN_AUTHORITY.put("title", Authority::title);
        OF_AN_AUTHORITY.put("offices that it asks before",
                authority -> authority.consult().isEmpty() ? "none" : String.join(", ", authority.consult()));
        OF_AN_AUTHORITY.put("step in Parliament", authority -> word(authority.parliament()));
        OF_A_PROPERTY.put("words", Property::text);
        OF_A_PROPERTY.put("claim",
                property -> word(property.claim()) + ": " + Notation.of(property.formula()));
        OF_A_CLAUSE.put("words", Clause::text);
        OF_A_CLAUSE.put("kind", clause -> word(clause.kind()));
        OF_A_CLAUSE.put("flights that it speaks of", clause -> Notation.of(clause.applies()));
        OF_A_CLAUSE.put("demand", clause -> Notation.of(clause.require()));
        OF_A_CLAUSE.put("exceptions to", clause -> clause.exceptTo().isEmpty()
                ? "no clause"
                : String.join(", ", clause.exceptTo()));
        OF_A_CLAUSE.put("authority", clause -> clause.decides().map(Authority::inWords).orElse("nobody named"));
        OF_A_CLAUSE.put("breach", clause -> word(clause.onBreach()));
        OF_A_CLAUSE.put("basis", clause -> word(clause.basis()));
        OF_A_CLAUSE.put("source",
                clause -> clause.sources().stream().map(Source::toString).collect(Collectors.joining("; ")));
        OF_A_CLAUSE.put("period", clause -> clause.inForce().map(Period::inWords).orElse("as the version"));
        OF_A_CLAUSE.put("governing date", clause -> Notation.of(clause.lawful()));
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

    /**
     * The version as a whole, then authorities, clauses, numbers, places and declared properties that are not the same in
     * both; of each, what is gone comes last.
     */
    public static List<VersionChange> between(Terms older, Terms newer) {
        List<VersionChange> changes = new ArrayList<>();
        parts(Map.of("the version", older), Map.of("the version", newer), OF_THE_WHOLE, changes);
        parts(named("authority ", older.authorities()), named("authority ", newer.authorities()), OF_AN_AUTHORITY,
                changes);
        parts(byId(older), byId(newer), OF_A_CLAUSE, changes);
        parts(named("params.", older.params()), named("params.", newer.params()), OF_A_NUMBER, changes);
        parts(named("Place.", older.places()), named("Place.", newer.places()), OF_A_PLACE, changes);
        parts(properties(older), properties(newer), OF_A_PROPERTY, changes);
        return changes;
    }

    private static Map<String, Clause> byId(Terms terms) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        terms.clauses().forEach(clause -> clauses.put(clause.id(), clause));
        return clauses;
    }

    private static Map<String, Property> properties(Terms terms) {
        Map<String, Property> properties = new LinkedHashMap<>();
        terms.properties().forEach(property -> properties.put("property " + property.id(), property));
        return properties;
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
