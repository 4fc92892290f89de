package nullaosta.agreement.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A value of one of the language's types. */
public sealed interface Value {

    record Bool(boolean value) implements Value {}

    record Int(long value) implements Value {}

    /** A calendar day; in which time zone is for the fact's declaration to say. */
    record Day(LocalDate value) implements Value {}

    record Moment(Instant value) implements Value {}

    record Span(Duration value) implements Value {}

    /** A constant of an enum. */
    record Symbol(String type, String name) implements Value {}

    record SymbolSet(String type, Set<String> names) implements Value {

        public SymbolSet {
            names = Collections.unmodifiableSet(new TreeSet<>(names));
        }
    }

    record Rows(String row, List<Row> rows) implements Value {

        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row of a list.
     *
     * @param stated     the fields that were given, in their order
     * @param whenAbsent what the vocabulary says the others are
     */
    record Row(Map<String, Value> stated, Map<String, Value> whenAbsent) {

        public Row {
            stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
            whenAbsent = Map.copyOf(whenAbsent);
        }

        public Value field(String name) {
            Value value = stated.get(name);
            if (value == null) {
                value = whenAbsent.get(name);
            }
            if (value == null) {
                throw new IllegalStateException("a row without the field " + name);
            }
            return value;
        }
    }

    /** As JSON has it: boolean, number, text (ISO 8601 for times), list of text, list of objects. */
    default Object plain() {
        return switch (this) {
            case Bool bool -> bool.value();
            case Int number -> number.value();
            case Day day -> day.value().toString();
            case Moment moment -> moment.value().toString();
            case Span span -> span.value().toString();
            case Symbol symbol -> symbol.name();
            case SymbolSet set -> List.copyOf(set.names());
            case Rows rows -> {
                List<Object> all = new ArrayList<>();
                for (Row row : rows.rows()) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    row.stated().forEach((name, value) -> fields.put(name, value.plain()));
                    all.add(fields);
                }
                yield all;
            }
        };
    }

    /** As a facts file writes it, on one line. */
    default String written() {
        return written(plain());
    }

    private static String written(Object plain) {
        return switch (plain) {
            case List<?> list -> "[" + String.join(", ", list.stream().map(Value::written).toList()) + "]";
            case Map<?, ?> map -> "{" + String.join(", ",
                    map.entrySet().stream().map(e -> e.getKey() + ": " + written(e.getValue())).toList()) + "}";
            default -> String.valueOf(plain);
        };
    }
}
