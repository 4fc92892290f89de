package nullaosta.proof.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.RowDeclaration;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.ValueType.Plain;
import nullaosta.agreement.vocabulary.Vocabulary;

/**
 * What keeps two vocabularies from being looked at together: facts, enums and rows that have one name and are not of
 * one kind. Other ranges, and other names in a closed enum, are no clash; the facts that only one of the two can state
 * are told apart.
 */
public final class Clashes {

    private Clashes() {
    }

    /** Those of the facts that the conditions mention, a sentence each; empty if there are none. */
    public static List<String> between(Vocabulary one, Vocabulary other, List<Condition> conditions) {
        List<String> found = new ArrayList<>();
        Set<String> enums = new LinkedHashSet<>();
        Set<String> rows = new TreeSet<>();
        for (String name : new Mentions(conditions).facts()) {
            List<FactDeclaration> both = Stream.of(one, other).flatMap(it -> it.fact(name).stream()).toList();
            if (!both.getFirst().type().equals(both.getLast().type())) {
                found.add("`" + name + "` is of type `" + both.getFirst().type() + "` in one and `"
                        + both.getLast().type() + "` in the other");
            }
            for (Vocabulary vocabulary : List.of(one, other)) {
                vocabulary.fact(name).ifPresent(fact -> collect(fact.type(), vocabulary, enums, rows));
            }
        }
        enums.forEach(type -> enumeration(type, one, other).ifPresent(found::add));
        rows.forEach(row -> row(row, one, other).ifPresent(found::add));
        return found;
    }

    private static void collect(ValueType type, Vocabulary vocabulary, Set<String> enums, Set<String> rows) {
        switch (type) {
            case Plain plain -> {
            }
            case ValueType.Named(String name) -> enums.add(name);
            case ValueType.SetOf(ValueType.Named(String name)) -> enums.add(name);
            case ValueType.ListOf(String row) -> {
                rows.add(row);
                Optional.ofNullable(vocabulary.rows().get(row)).map(RowDeclaration::fields).orElse(List.of())
                        .forEach(field -> collect(field.type(), vocabulary, enums, rows));
            }
        }
    }

    private static Optional<String> enumeration(String type, Vocabulary one, Vocabulary other) {
        EnumDeclaration left = one.enums().get(type);
        EnumDeclaration right = other.enums().get(type);
        if (left == null || right == null || left.open() == right.open() && left.length() == right.length()) {
            return Optional.empty();
        }
        return Optional.of("`" + type + "` takes " + left.expectation() + " in one and " + right.expectation()
                + " in the other");
    }

    private static Optional<String> row(String name, Vocabulary one, Vocabulary other) {
        RowDeclaration left = one.rows().get(name);
        RowDeclaration right = other.rows().get(name);
        return left == null || right == null || kinds(left).equals(kinds(right))
                ? Optional.empty()
                : Optional.of("the fields of `" + name + "` differ between the two");
    }

    /** What matters of the fields: name, type and default, not the note beside them. */
    private static List<RowDeclaration.Field> kinds(RowDeclaration row) {
        return row.fields().stream()
                .map(field -> new RowDeclaration.Field(field.name(), field.type(), field.whenAbsent(), "")).toList();
    }
}
