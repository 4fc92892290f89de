package nullaosta.proof.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.Range;
import nullaosta.agreement.vocabulary.RowDeclaration;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.ValueType.Plain;
import nullaosta.agreement.vocabulary.Vocabulary;

/**
 * The facts that some conditions mention, as variables of finitely many missions that stand for all.
 *
 * <p>A list of rows becomes as many slots as there are different quantifiers over it, each with a letter that says
 * whether the slot is taken. That is enough. Take any mission, with a list however long, and of that list keep, for
 * each {@code exists} that is true, one row that makes it so, and for each {@code all} that is false, one row that
 * fails it; drop the others. An {@code exists} that was true has its row still, one that was false cannot come true by
 * dropping rows; with {@code all} it is the other way round. Quantifiers do not nest and their bodies see nothing of
 * the list but the one row, so every condition keeps its value, and the list has at most as many rows as quantifiers.
 * The conditions of both versions count where two are compared. An empty list and rows that are equal stay possible.
 * A field that a row may leave out has its default as one of its values.
 *
 * <p>A set of an enum is a letter for each name of the {@link Domain}. Facts that no condition mentions have no
 * variable: no verdict can depend on them.
 */
public final class FactSpace {

    private final List<Vocabulary> vocabularies;
    private final Map<String, FactDeclaration> facts = new LinkedHashMap<>();
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();

    /** One value that a fact or a field of a row has, under the name of its variable. */
    private record Cell(String name, ValueType type, Range range) {}

    public FactSpace(List<Vocabulary> vocabularies, List<Condition> conditions) {
        this(vocabularies, conditions, 0);
    }

    /**
     * @param vocabularies one, or two that do not {@link Clashes clash}
     * @param fewest       how many slots each list has at least
     */
    public FactSpace(List<Vocabulary> vocabularies, List<Condition> conditions, int fewest) {
        this.vocabularies = List.copyOf(vocabularies);
        Mentions mentions = new Mentions(conditions);
        Set<String> names = new LinkedHashSet<>();
        vocabularies.forEach(it -> names.addAll(it.slots()));
        names.retainAll(mentions.facts());
        for (String name : names) {
            FactDeclaration fact = joined(name);
            facts.put(name, fact);
            if (fact.type() instanceof ValueType.ListOf) {
                slots.put(name, Math.max(fewest, mentions.quantifiersOver(name)));
            }
        }
        Map<String, Integer> values = values(mentions);
        values.forEach((type, count) -> domains.put(type,
                Domain.of(enumeration(type), known(type, mentions), count)));
    }

    /** The declaration, with a range that holds what either vocabulary admits. */
    private FactDeclaration joined(String name) {
        List<FactDeclaration> all = vocabularies.stream().flatMap(it -> it.fact(name).stream()).toList();
        FactDeclaration last = all.getLast();
        long least = all.stream().mapToLong(it -> it.range().least()).min().orElseThrow();
        long most = all.stream().mapToLong(it -> it.range().most()).max().orElseThrow();
        return new FactDeclaration(name, last.type(), new Range(least, most), last.from(), last.basis(), last.ask(),
                last.derive());
    }

    /** By enum, how many values can hold a name of it at once. */
    private Map<String, Integer> values(Mentions mentions) {
        Map<String, Integer> count = new LinkedHashMap<>();
        for (FactDeclaration fact : facts.values()) {
            if (fact.type() instanceof ValueType.SetOf(ValueType.Named(String type))) {
                count.merge(type, mentions.quantifiersOver(fact.name()), Integer::sum);
            }
            for (Cell cell : cells(fact)) {
                if (cell.type() instanceof ValueType.Named(String type)) {
                    count.merge(type, 1, Integer::sum);
                }
            }
        }
        mentions.symbols().forEach(symbol -> count.merge(symbol.type(), 0, Integer::sum));
        return count;
    }

    static EnumDeclaration declared(String type, Vocabulary vocabulary) {
        return Optional.ofNullable(vocabulary.enums().get(type))
                .orElseThrow(() -> new IllegalStateException("a type without its enum: " + type));
    }

    private EnumDeclaration enumeration(String type) {
        return vocabularies.stream().flatMap(it -> Optional.ofNullable(it.enums().get(type)).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("a type without its enum: " + type));
    }

    private Set<String> known(String type, Mentions mentions) {
        Set<String> names = new LinkedHashSet<>();
        vocabularies.forEach(it -> Optional.ofNullable(it.enums().get(type))
                .ifPresent(declaration -> names.addAll(declaration.constants())));
        mentions.symbols().stream().filter(symbol -> symbol.type().equals(type))
                .forEach(symbol -> names.add(symbol.name()));
        return names;
    }

    // Variables

    /** The facts that have variables, in the vocabulary's order. */
    public List<FactDeclaration> facts() {
        return List.copyOf(facts.values());
    }

    Domain domain(String type) {
        return Optional.ofNullable(domains.get(type))
                .orElseThrow(() -> new IllegalStateException("an enum that nobody mentions: " + type));
    }

    /** A name of an enum that stands in no vocabulary and no condition. */
    public boolean isOther(Value.Symbol symbol) {
        Domain domain = domains.get(symbol.type());
        return domain != null && domain.other(symbol.name());
    }

    /** The names an example may use instead of an unknown one. */
    public List<String> namesOf(String type) {
        return domain(type).names();
    }

    int slots(String list) {
        return slots.getOrDefault(list, 0);
    }

    static String slot(String list, int slot) {
        return list + "/" + (slot + 1);
    }

    static String member(String set, String name) {
        return set + "/" + name;
    }

    private List<Cell> cells(FactDeclaration fact) {
        return switch (fact.type()) {
            case Plain plain -> List.of(new Cell(fact.name(), plain, fact.range()));
            case ValueType.Named named -> List.of(new Cell(fact.name(), named, fact.range()));
            case ValueType.SetOf set -> List.of();
            case ValueType.ListOf(String row) -> {
                List<Cell> cells = new ArrayList<>();
                for (int slot = 0; slot < slots(fact.name()); slot++) {
                    for (RowDeclaration.Field field : fields(row)) {
                        cells.add(new Cell(slot(fact.name(), slot) + "/" + field.name(), field.type(),
                                Range.widest(field.type())));
                    }
                }
                yield cells;
            }
        };
    }

    private List<RowDeclaration.Field> fields(String row) {
        return vocabularies.stream().filter(it -> it.rows().containsKey(row)).findFirst()
                .map(it -> Optional.ofNullable(it.rows().get(row)).orElseThrow().fields()).orElseThrow();
    }

    private List<String> members(FactDeclaration fact) {
        return fact.type() instanceof ValueType.SetOf(ValueType.Named(String type)) ? domain(type).names() : List.of();
    }

    private List<Cell> cells() {
        return facts.values().stream().flatMap(fact -> cells(fact).stream()).toList();
    }

    public List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (FactDeclaration fact : facts.values()) {
            cells(fact).stream().filter(cell -> cell.type() == Plain.BOOL).forEach(cell -> letters.add(cell.name()));
            for (int slot = 0; slot < slots(fact.name()); slot++) {
                letters.add(slot(fact.name(), slot));
            }
            members(fact).forEach(name -> letters.add(member(fact.name(), name)));
        }
        return letters;
    }

    public List<String> wholes() {
        return cells().stream().filter(cell -> cell.type() != Plain.BOOL).map(Cell::name).toList();
    }

    public Map<String, Integer> symbols() {
        Map<String, Integer> symbols = new LinkedHashMap<>();
        domains.values().forEach(domain -> domain.names().stream().map(domain::symbol)
                .forEach(symbol -> symbols.put(symbol.name(), symbol.index())));
        return symbols;
    }

    // What always holds

    /** That every value lies in its declared range; that slots are taken from the first on. */
    public List<Formula> bounds() {
        List<Formula> bounds = new ArrayList<>();
        for (Cell cell : cells()) {
            switch (cell.type()) {
                case Plain plain when plain != Plain.BOOL -> bounds.add(between(cell.name(),
                        Units.least(plain, cell.range()), Units.most(plain, cell.range())));
                case ValueType.Named(String type) -> bounds.add(between(cell.name(), BigInteger.ZERO,
                        BigInteger.valueOf(domain(type).names().size() - 1L)));
                default -> {
                }
            }
        }
        slots.forEach((list, count) -> {
            for (int slot = 1; slot < count; slot++) {
                bounds.add(Formula.any(Formula.not(new Formula.Letter(slot(list, slot))),
                        new Formula.Letter(slot(list, slot - 1))));
            }
        });
        return bounds;
    }

    private static Formula between(String variable, BigInteger least, BigInteger most) {
        Whole it = new Whole.Variable(variable);
        return Formula.all(Formula.compare(Comparison.AT_MOST, new Whole.Fixed(least), it),
                Formula.compare(Comparison.AT_MOST, it, new Whole.Fixed(most)));
    }

    /** That one of two vocabularies can state the facts: where the other has wider ranges or more names, not all. */
    public Formula stated(Vocabulary vocabulary) {
        List<Formula> parts = new ArrayList<>();
        for (FactDeclaration fact : facts.values()) {
            Optional<FactDeclaration> own = vocabulary.fact(fact.name());
            if (own.isPresent()) {
                if (fact.type() instanceof Plain plain && !own.get().range().equals(fact.range())) {
                    parts.add(between(fact.name(), Units.least(plain, own.get().range()),
                            Units.most(plain, own.get().range())));
                }
                for (Cell cell : cells(fact)) {
                    if (cell.type() instanceof ValueType.Named(String type)) {
                        unknown(type, vocabulary).forEach(name -> parts.add(Formula.compare(Comparison.UNEQUAL,
                                new Whole.Variable(cell.name()), domain(type).symbol(name))));
                    }
                }
                if (fact.type() instanceof ValueType.SetOf(ValueType.Named(String type))) {
                    unknown(type, vocabulary).forEach(
                            name -> parts.add(Formula.not(new Formula.Letter(member(fact.name(), name)))));
                }
            }
        }
        return Formula.all(parts);
    }

    private List<String> unknown(String type, Vocabulary vocabulary) {
        EnumDeclaration declaration = declared(type, vocabulary);
        return domain(type).names().stream().filter(name -> !declaration.admits(name)).toList();
    }

    // Values

    /** The facts as the solver's values have them. */
    public Map<String, Value> facts(Reply.Satisfiable model) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (FactDeclaration fact : facts.values()) {
            values.put(fact.name(), value(fact, model));
        }
        return values;
    }

    private Value value(FactDeclaration fact, Reply.Satisfiable model) {
        return switch (fact.type()) {
            case Plain plain -> value(cells(fact).getFirst(), model);
            case ValueType.Named named -> value(cells(fact).getFirst(), model);
            case ValueType.SetOf(ValueType.Named(String type)) -> new Value.SymbolSet(type,
                    new TreeSet<>(members(fact).stream().filter(name -> holds(member(fact.name(), name), model))
                            .toList()));
            case ValueType.ListOf(String row) -> rows(fact, row, model);
        };
    }

    private Value rows(FactDeclaration fact, String name, Reply.Satisfiable model) {
        List<Value.Row> rows = new ArrayList<>();
        for (int slot = 0; slot < slots(fact.name()); slot++) {
            if (holds(slot(fact.name(), slot), model)) {
                Map<String, Value> stated = new LinkedHashMap<>();
                Map<String, Value> whenAbsent = new LinkedHashMap<>();
                for (RowDeclaration.Field field : fields(name)) {
                    Value value = value(new Cell(slot(fact.name(), slot) + "/" + field.name(), field.type(),
                            Range.widest(field.type())), model);
                    field.whenAbsent().ifPresent(it -> whenAbsent.put(field.name(), it));
                    if (!Optional.of(value).equals(field.whenAbsent())) {
                        stated.put(field.name(), value);
                    }
                }
                rows.add(new Value.Row(stated, whenAbsent));
            }
        }
        return new Value.Rows(name, rows);
    }

    private static boolean holds(String letter, Reply.Satisfiable model) {
        return Boolean.TRUE.equals(model.letters().get(letter));
    }

    private Value value(Cell cell, Reply.Satisfiable model) {
        if (cell.type() == Plain.BOOL) {
            return new Value.Bool(holds(cell.name(), model));
        }
        BigInteger number = Optional.ofNullable(model.wholes().get(cell.name())).orElseThrow();
        return switch (cell.type()) {
            case Plain plain -> Units.value(plain, number);
            case ValueType.Named(String type) ->
                new Value.Symbol(type, domain(type).names().get(number.intValueExact()));
            case ValueType.SetOf set -> throw new IllegalStateException("a set is no single value");
            case ValueType.ListOf list -> throw new IllegalStateException("a list is no single value");
        };
    }

    /** That a fact has this value. A list must fit the slots, a name the domain. */
    public Formula is(String name, Value value) {
        FactDeclaration fact = Optional.ofNullable(facts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("a fact without variable: " + name));
        return switch (value) {
            case Value.SymbolSet set -> Formula.all(members(fact).stream()
                    .map(each -> truth(member(name, each), set.names().contains(each))).toList());
            case Value.Rows rows -> are(name, rows);
            default -> cellIs(name, value);
        };
    }

    private Formula are(String list, Value.Rows rows) {
        if (rows.rows().size() > slots(list)) {
            throw new IllegalArgumentException(list + " has more rows than slots");
        }
        List<Formula> parts = new ArrayList<>();
        for (int slot = 0; slot < slots(list); slot++) {
            parts.add(truth(slot(list, slot), slot < rows.rows().size()));
            if (slot < rows.rows().size()) {
                for (RowDeclaration.Field field : fields(rows.row())) {
                    parts.add(cellIs(slot(list, slot) + "/" + field.name(),
                            rows.rows().get(slot).field(field.name())));
                }
            }
        }
        return Formula.all(parts);
    }

    private Formula cellIs(String name, Value value) {
        return switch (value) {
            case Value.Bool(boolean holds) -> truth(name, holds);
            case Value.Symbol(String type, String constant) -> Formula.compare(Comparison.EQUAL,
                    new Whole.Variable(name), domain(type).symbol(constant));
            default -> Formula.compare(Comparison.EQUAL, new Whole.Variable(name),
                    new Whole.Fixed(Units.number(value)));
        };
    }

    private static Formula truth(String letter, boolean holds) {
        return holds ? new Formula.Letter(letter) : Formula.not(new Formula.Letter(letter));
    }
}
