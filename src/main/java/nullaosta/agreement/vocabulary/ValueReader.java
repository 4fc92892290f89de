package nullaosta.agreement.vocabulary;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.text.YamlNode.Entries;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Items;
import nullaosta.agreement.text.YamlNode.Text;

/** Reads a value of a known type; whatever does not fit becomes a problem that says what was expected. */
public final class ValueReader {

    /** The longest list a fact may have: keeps quantifiers, and the whole assessment, linear and quick. */
    public static final int LONGEST_LIST = 1_000;

    private final Map<String, EnumDeclaration> enums;
    private final Map<String, RowDeclaration> rows;
    private final Problems problems;

    public ValueReader(Map<String, EnumDeclaration> enums, Map<String, RowDeclaration> rows, Problems problems) {
        this.enums = enums;
        this.rows = rows;
        this.problems = problems;
    }

    public Optional<Value> read(YamlNode node, ValueType type, Range range) {
        return switch (type) {
            case ValueType.Plain plain -> text(node, type).flatMap(text -> plain(text, plain))
                    .filter(value -> inRange(node, value, range));
            case ValueType.Named named -> text(node, type).flatMap(text -> symbol(text, named));
            case ValueType.SetOf(ValueType.Named element) -> set(node, element);
            case ValueType.ListOf(String row) -> list(node, row);
        };
    }

    private Optional<Text> text(YamlNode node, ValueType type) {
        if (node instanceof Text text) {
            return Optional.of(text);
        }
        problems.add(node.place(), "found " + node.kind() + ", expected " + expectation(type), "");
        return Optional.empty();
    }

    private String expectation(ValueType type) {
        return switch (type) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> "true or false";
                case INT -> "a whole number";
                case DATE -> "a date such as 2016-02-20";
                case INSTANT -> "an instant such as 2016-03-01T18:00:00Z";
                case DURATION -> "a duration such as PT36H";
            };
            case ValueType.Named named -> declared(named).expectation();
            case ValueType.SetOf set -> "a list of names of " + set.element().name();
            case ValueType.ListOf list -> "a list of rows of " + list.row();
        };
    }

    private EnumDeclaration declared(ValueType.Named type) {
        EnumDeclaration found = enums.get(type.name());
        if (found == null) {
            throw new IllegalStateException("a type without its enum: " + type);
        }
        return found;
    }

    private Optional<Value> plain(Text text, ValueType.Plain type) {
        return switch (type) {
            case BOOL -> switch (text.value()) {
                case "true" -> Optional.of(new Value.Bool(true));
                case "false" -> Optional.of(new Value.Bool(false));
                default -> refuse(text, type, "");
            };
            case INT -> parsed(text, type, word -> new Value.Int(Long.parseLong(word)), "");
            case DATE -> parsed(text, type, word -> new Value.Day(LocalDate.parse(word)),
                    text.value().indexOf('T') > 0 ? "leave out the time of day" : "");
            case INSTANT -> parsed(text, type, word -> new Value.Moment(Instant.parse(word)),
                    "an instant has date, time and zone; Z is UTC");
            case DURATION -> parsed(text, type, word -> new Value.Span(Duration.parse(word)),
                    "ISO 8601: PT36H is 36 hours, P7D seven days");
        };
    }

    private Optional<Value> parsed(Text text, ValueType type, Function<String, Value> parse, String help) {
        try {
            return Optional.of(parse.apply(text.value()));
        } catch (DateTimeException | NumberFormatException e) {
            return refuse(text, type, help);
        }
    }

    private Optional<Value> refuse(Text text, ValueType type, String help) {
        problems.add(text.place(), "found `" + text.value() + "`, expected " + expectation(type), help);
        return Optional.empty();
    }

    private boolean inRange(YamlNode node, Value value, Range range) {
        if (range.holds(Range.measure(value))) {
            return true;
        }
        problems.add(node.place(), "found " + node.kind() + ", expected " + shown(range, value), "");
        return false;
    }

    private static String shown(Range range, Value value) {
        return switch (value) {
            case Value.Day day -> LocalDate.ofEpochDay(range.least()) + " to " + LocalDate.ofEpochDay(range.most());
            case Value.Moment moment -> Instant.ofEpochSecond(range.least()) + " to "
                    + Instant.ofEpochSecond(range.most());
            case Value.Span span -> Duration.ofSeconds(range.least()) + " to " + Duration.ofSeconds(range.most());
            default -> range.least() + " to " + range.most();
        };
    }

    private Optional<Value> symbol(Text text, ValueType.Named type) {
        EnumDeclaration declaration = declared(type);
        if (declaration.admits(text.value())) {
            return Optional.of(new Value.Symbol(type.name(), text.value()));
        }
        String near = Spelling.nearest(text.value(), declaration.constants())
                .map(name -> "did you mean `" + name + "`?").orElse(declaration.note());
        return refuse(text, type, near);
    }

    private Optional<Value> set(YamlNode node, ValueType.Named element) {
        return items(node, new ValueType.SetOf(element)).map(items -> {
            TreeSet<String> names = new TreeSet<>();
            for (YamlNode item : items) {
                text(item, element).flatMap(text -> symbol(text, element))
                        .ifPresent(value -> names.add(((Value.Symbol) value).name()));
            }
            return new Value.SymbolSet(element.name(), names);
        });
    }

    private Optional<Value> list(YamlNode node, String name) {
        RowDeclaration declaration = rows.get(name);
        if (declaration == null) {
            throw new IllegalStateException("a type without its row: " + name);
        }
        return items(node, new ValueType.ListOf(name)).map(items -> new Value.Rows(name,
                items.stream().flatMap(item -> row(item, declaration).stream()).toList()));
    }

    private Optional<List<YamlNode>> items(YamlNode node, ValueType type) {
        if (!(node instanceof Items items)) {
            problems.add(node.place(), "found " + node.kind() + ", expected " + expectation(type), "");
            return Optional.empty();
        }
        if (items.items().size() > LONGEST_LIST) {
            problems.add(node.place(), "found a list of " + items.items().size() + ", expected at most "
                    + LONGEST_LIST, "");
            return Optional.empty();
        }
        return Optional.of(items.items());
    }

    private Optional<Value.Row> row(YamlNode node, RowDeclaration declaration) {
        return Section.of(node, "a row of " + declaration.name(), problems).map(section -> {
            Map<String, Value> stated = new LinkedHashMap<>();
            Map<String, Value> whenAbsent = new LinkedHashMap<>();
            for (RowDeclaration.Field field : declaration.fields()) {
                field.whenAbsent().ifPresent(value -> whenAbsent.put(field.name(), value));
                Optional<YamlNode> given = field.whenAbsent().isPresent()
                        ? section.optional(field.name())
                        : section.required(field.name());
                given.flatMap(value -> read(value, field.type(), Range.widest(field.type())))
                        .ifPresent(value -> stated.put(field.name(), value));
            }
            section.refuseOthers();
            return new Value.Row(stated, whenAbsent);
        });
    }

    /**
     * A node for a value that comes from Java or JSON (booleans, numbers, text, java.time, lists, maps), so that it is
     * read by the same rules as a file. Empty for null and for anything else.
     */
    static Optional<YamlNode> node(Place place, Object plain) {
        return switch (plain) {
            case Value value -> node(place, value.plain());
            case List<?> list -> Optional.of(new Items(place, list.stream()
                    .map(item -> node(place, item).orElse(new Text(place, ""))).toList()));
            case Map<?, ?> map -> Optional.of(new Entries(place, map.entrySet().stream()
                    .map(entry -> new Entry(new Text(place, String.valueOf(entry.getKey())),
                            node(place, entry.getValue()).orElse(new Text(place, ""))))
                    .toList()));
            default -> Optional.of(new Text(place, String.valueOf(plain)));
        };
    }
}
