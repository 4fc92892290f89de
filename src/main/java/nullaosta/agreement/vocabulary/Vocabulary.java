package nullaosta.agreement.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/**
 * The facts, enums and rows that terms and facts may use. A fact's place in the declared order is its slot.
 *
 * @param id name and version, such as {@code flight/1}; an agreement's own vocabulary has the terms' id
 */
public record Vocabulary(String id, Map<String, EnumDeclaration> enums, Map<String, RowDeclaration> rows,
        Map<String, FactDeclaration> facts, List<String> slots, Map<String, Integer> slotsByName, String hash) {

    /** Orders the facts into slots and takes the hash over every declaration. */
    public Vocabulary(String id, Map<String, EnumDeclaration> enums, Map<String, RowDeclaration> rows,
            Map<String, FactDeclaration> facts) {
        this(id, enums, rows, facts, List.copyOf(facts.keySet()), numbered(facts.keySet()),
                Digest.of(CanonicalJson.bytes(content(enums, rows, facts))).hex());
    }

    public Vocabulary {
        enums = Collections.unmodifiableMap(new LinkedHashMap<>(enums));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        slots = List.copyOf(slots);
        slotsByName = Map.copyOf(slotsByName);
    }

    private static Map<String, Integer> numbered(Iterable<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    public Optional<FactDeclaration> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The slot of a fact known to be declared. */
    public int slot(String name) {
        Integer slot = slotsByName.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("the vocabulary " + id + " has no fact " + name);
        }
        return slot;
    }

    public FactDeclaration at(int slot) {
        return declared(slots.get(slot));
    }

    /** The names of an enum known to be declared. */
    public List<String> constants(String enumeration) {
        EnumDeclaration declaration = enums.get(enumeration);
        if (declaration == null) {
            throw new IllegalArgumentException("the vocabulary " + id + " has no enum " + enumeration);
        }
        return declaration.constants();
    }

    /** The declaration of a fact known to be declared. */
    public FactDeclaration declared(String name) {
        return fact(name).orElseThrow(
                () -> new IllegalArgumentException("the vocabulary " + id + " has no fact " + name));
    }

    /** How a person writes a value of a fact. */
    public String expectation(FactDeclaration fact) {
        return switch (fact.type()) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> "yes or no";
                case DATE -> "a date such as 2016-02-20";
                case INSTANT -> "an instant with zone such as 2016-03-01T18:00:00Z";
                case INT -> "a whole number from " + fact.range().least() + " to " + fact.range().most();
                case DURATION -> "a duration such as PT2H50M or P30D";
            };
            case ValueType.Named named -> expectation(named);
            case ValueType.SetOf set -> "names with commas, each " + expectation(set.element());
            case ValueType.ListOf list -> "rows of " + list.row();
        };
    }

    private String expectation(ValueType.Named named) {
        EnumDeclaration declared = enums.get(named.name());
        return declared == null ? named.name() : declared.expectation();
    }

    /** Values of a fact that can be named, as a person writes them; none where they are numbers or times. */
    public List<String> offered(FactDeclaration fact) {
        return switch (fact.type()) {
            case ValueType.Plain plain -> plain == ValueType.Plain.BOOL ? List.of("yes", "no") : List.of();
            case ValueType.Named named -> constants(named.name());
            case ValueType.SetOf set -> constants(set.element().name());
            case ValueType.ListOf list -> List.of();
        };
    }

    private static Object content(Map<String, EnumDeclaration> enums, Map<String, RowDeclaration> rows,
            Map<String, FactDeclaration> facts) {
        Map<String, Object> all = new TreeMap<>();
        enums.forEach((name, it) -> all.put("enum " + name,
                List.of(it.open() ? "open" : "closed", Integer.toString(it.length()), it.constants())));
        rows.forEach((name, it) -> {
            List<Object> fields = new ArrayList<>();
            it.fields().forEach(field -> fields.add(List.of(field.name(), field.type().toString(),
                    field.whenAbsent().map(Value::written).orElse(""))));
            all.put("row " + name, fields);
        });
        facts.forEach((name, it) -> all.put("fact " + name,
                List.of(it.type().toString(), Long.toString(it.range().least()), Long.toString(it.range().most()),
                        it.from().name(), it.basis().name(), it.ask(), it.derive())));
        return all;
    }
}
