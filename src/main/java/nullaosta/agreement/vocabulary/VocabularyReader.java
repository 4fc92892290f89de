package nullaosta.agreement.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Items;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.text.YamlReader;

/** Reads the declarations of a vocabulary, on top of a shared one where the terms use it. */
public final class VocabularyReader {

    /** The vocabularies that ship with the product; terms name one under {@code uses}. */
    public static final List<String> SHARED = List.of("flight/1", "flight/2");

    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]{0,63}\\.[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern COMPOUND = Pattern.compile("(set|list)\\(([A-Za-z0-9]+)\\)");
    /** Words CEL keeps for itself, and the prefix of parameters. */
    private static final Set<String> TAKEN = Set.of("true", "false", "null", "in", "as", "break", "const", "continue",
            "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void",
            "while", "params");

    private final Problems problems;
    private final Map<String, EnumDeclaration> enums = new LinkedHashMap<>();
    private final Map<String, RowDeclaration> rows = new LinkedHashMap<>();
    private final Map<String, FactDeclaration> facts = new LinkedHashMap<>();

    private VocabularyReader(Problems problems) {
        this.problems = problems;
    }

    /** A vocabulary that ships with the product. */
    public static Vocabulary shared(String id) {
        if (!SHARED.contains(id)) {
            throw new IllegalArgumentException("no shared vocabulary " + id);
        }
        String file = id.replace('/', '-') + ".yaml";
        Problems problems = new Problems();
        Optional<Vocabulary> read = YamlReader.read(file, resource(file), problems)
                .flatMap(root -> Section.of(root, "the vocabulary", problems)).map(section -> {
                    section.text("vocabulary");
                    VocabularyReader reader = new VocabularyReader(problems);
                    section.optionalText("uses").ifPresent(older -> reader.take(shared(older.value())));
                    Vocabulary vocabulary = reader.read(id, section);
                    section.refuseOthers();
                    return vocabulary;
                });
        return Reading.of(problems, read::orElseThrow).orThrow();
    }

    private static String resource(String file) {
        try (InputStream in = VocabularyReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a terms file declares under {@code vocabulary}; id is that of the terms. */
    public static Vocabulary of(String id, Section section, Problems problems) {
        VocabularyReader reader = new VocabularyReader(problems);
        String name = id;
        Optional<Text> uses = section.optionalText("uses");
        if (uses.isPresent()) {
            String wanted = uses.get().value();
            if (!SHARED.contains(wanted)) {
                problems.add(uses.get().place(), "unknown vocabulary `" + wanted + "`",
                        Spelling.help(wanted, SHARED));
                wanted = Spelling.nearest(wanted, SHARED).orElse(SHARED.getLast()); // so that the rest of the file is checked against something
            }
            Vocabulary base = shared(wanted);
            reader.take(base);
            name = section.entries().size() == 1 ? base.id() : id;
        }
        Vocabulary vocabulary = reader.read(name, section);
        section.refuseOthers();
        return vocabulary;
    }

    private void take(Vocabulary base) {
        enums.putAll(base.enums());
        rows.putAll(base.rows());
        facts.putAll(base.facts());
    }

    private Vocabulary read(String id, Section section) {
        section.optionalSection("enums", "enums").ifPresent(it -> it.entries().forEach(this::enumeration));
        section.optionalSection("rows", "rows").ifPresent(it -> it.entries().forEach(this::row));
        section.optionalSection("facts", "facts").ifPresent(it -> it.entries().forEach(this::fact));
        return new Vocabulary(id, enums, rows, facts);
    }

    private boolean named(Text name, Pattern form, String expected, Map<String, ?> taken) {
        if (!form.matcher(name.value()).matches()) {
            problems.add(name.place(), "found the name `" + name.value() + "`, expected " + expected, "");
            return false;
        }
        if (taken.containsKey(name.value())) {
            problems.add(name.place(), "`" + name.value() + "` is declared in the shared vocabulary already",
                    "use it as it is, or choose another name");
            return false;
        }
        return true;
    }

    private void enumeration(Entry entry) {
        Text name = entry.key();
        EnumDeclaration known = enums.get(name.value());
        if (known != null && entry.value() instanceof YamlNode.Entries more) {
            Section section = new Section(more, "an enum that exists", problems);
            List<String> all = new ArrayList<>(known.constants());
            all.addAll(constants(section.required("add").stream().toList()));
            section.refuseOthers();
            enums.put(name.value(), new EnumDeclaration(name.value(), known.open(), known.length(), all, known.note()));
        } else if (rows.containsKey(name.value())) {
            problems.add(name.place(), "`" + name.value() + "` is the name of a row already", "choose another name");
        } else if (known != null) {
            problems.add(name.place(), "`" + name.value() + "` is declared in the shared vocabulary already",
                    "write `" + name.value() + ": {add: [...]}` to add names to it");
        } else if (named(name, TYPE_NAME, "a word such as `Purpose`", enums)) {
            enums.put(name.value(), declared(name.value(), entry.value()));
        }
    }

    private EnumDeclaration declared(String name, YamlNode node) {
        if (node instanceof Text text && text.value().equals("open")) {
            return new EnumDeclaration(name, true, 0, List.of(), "");
        }
        if (node instanceof YamlNode.Entries entries) {
            Section section = new Section(entries, "an enum", problems);
            boolean open = section.text("open").map(text -> flag(text)).orElse(true);
            int length = section.optionalText("length").map(this::length).orElse(0);
            String note = section.optionalText("note").map(Text::value).orElse("");
            List<String> constants = constants(section.optional("names").stream().toList());
            section.refuseOthers();
            return new EnumDeclaration(name, open, length, constants, note);
        }
        List<String> constants = constants(List.of(node));
        if (constants.isEmpty()) {
            problems.add(node.place(), "the enum `" + name + "` has no names",
                    "list them, or write `" + name + ": open`");
        }
        return new EnumDeclaration(name, false, 0, constants, "");
    }

    private boolean flag(Text text) {
        if (!text.value().equals("true") && !text.value().equals("false")) {
            problems.add(text.place(), "found `" + text.value() + "`, expected true or false", "");
        }
        return text.value().equals("true");
    }

    private int length(Text text) {
        if (text.value().matches("[1-9]|[1-5][0-9]")) {
            return Integer.parseInt(text.value());
        }
        problems.add(text.place(), "found `" + text.value() + "`, expected a length from 1 to 59", "");
        return 0;
    }

    private List<String> constants(List<YamlNode> nodes) {
        List<String> names = new ArrayList<>();
        for (YamlNode node : nodes) {
            List<YamlNode> items = node instanceof Items list ? list.items() : List.of(node);
            for (YamlNode item : items) {
                if (!(item instanceof Text text) || !CONSTANT.matcher(text.value()).matches()) {
                    problems.add(item.place(), "found " + item.kind() + ", expected a name such as `OFFENSIVE`", "");
                } else if (names.contains(text.value())) {
                    problems.add(item.place(), "found `" + text.value() + "` a second time", "keep one of them");
                } else {
                    names.add(text.value());
                }
            }
        }
        return names;
    }

    private void row(Entry entry) {
        if (enums.containsKey(entry.key().value())) {
            problems.add(entry.key().place(), "`" + entry.key().value() + "` is the name of an enum already",
                    "choose another name");
        } else if (named(entry.key(), TYPE_NAME, "a word such as `Recognition`", rows)) {
            String name = entry.key().value();
            List<RowDeclaration.Field> fields = new ArrayList<>();
            Section.of(entry.value(), "a row", problems).ifPresent(
                    section -> section.entries().forEach(field -> field(field).ifPresent(fields::add)));
            rows.put(name, new RowDeclaration(name, fields));
        }
    }

    private Optional<RowDeclaration.Field> field(Entry entry) {
        if (!named(entry.key(), FIELD, "a word such as `government`", Map.of())) {
            return Optional.empty();
        }
        return Section.of(entry.value(), "a field", problems).flatMap(section -> {
            Optional<ValueType> type = section.text("type").flatMap(this::type);
            Optional<YamlNode> absent = section.optional("absent");
            String note = section.optionalText("note").map(Text::value).orElse("");
            section.refuseOthers();
            if (type.isPresent() && !(type.get() instanceof ValueType.Plain)
                    && !(type.get() instanceof ValueType.Named)) {
                problems.add(section.place(), "found a field of type `" + type.get() + "`, expected a single value",
                        "a row holds no lists");
                return Optional.empty();
            }
            return type.map(known -> new RowDeclaration.Field(entry.key().value(), known,
                    absent.flatMap(node -> new ValueReader(enums, rows, problems).read(node, known,
                            Range.widest(known))),
                    note));
        });
    }

    private void fact(Entry entry) {
        String name = entry.key().value();
        if (!named(entry.key(), FACT, "two words with a dot between, such as `mission.armed`", facts)) {
            return;
        }
        for (String part : name.split("\\.")) {
            if (TAKEN.contains(part)) {
                problems.add(entry.key().place(), "found the name `" + name + "`, but the language keeps `" + part
                        + "` for itself", "choose another word");
                return;
            }
        }
        Section.of(entry.value(), "a fact", problems).ifPresent(section -> {
            Optional<ValueType> type = section.text("type").flatMap(this::type);
            Range range = range(section, type);
            Optional<FactSource> from = section.choice(section.text("from"), FactSource.class);
            Optional<Basis> basis = section.choice(section.optionalText("basis"), Basis.class);
            String ask = section.text("ask").map(Text::value).orElse("");
            String derive = section.optionalText("derive").map(Text::value).orElse("");
            section.refuseOthers();
            if (type.isPresent() && from.isPresent()) {
                facts.put(name, new FactDeclaration(name, type.get(), range, from.get(),
                        basis.orElse(Basis.UNVERIFIED), ask, derive));
            }
        });
    }

    private Optional<ValueType> type(Text text) {
        return type(text, enums, rows, problems);
    }

    /** The type as it is written; a problem with the nearest known name when there is none. */
    public static Optional<ValueType> type(Text text, Map<String, EnumDeclaration> enums,
            Map<String, RowDeclaration> rows, Problems problems) {
        String word = text.value();
        for (ValueType.Plain plain : ValueType.Plain.values()) {
            if (plain.toString().equals(word)) {
                return Optional.of(plain);
            }
        }
        Matcher compound = COMPOUND.matcher(word);
        if (compound.matches()) {
            String inner = String.valueOf(compound.group(2));
            if ("set".equals(compound.group(1)) && enums.containsKey(inner)) {
                return Optional.of(new ValueType.SetOf(new ValueType.Named(inner)));
            }
            if ("list".equals(compound.group(1)) && rows.containsKey(inner)) {
                return Optional.of(new ValueType.ListOf(inner));
            }
        } else if (enums.containsKey(word)) {
            return Optional.of(new ValueType.Named(word));
        }
        List<String> known = new ArrayList<>();
        for (ValueType.Plain plain : ValueType.Plain.values()) {
            known.add(plain.toString());
        }
        enums.keySet().forEach(name -> known.add(name));
        enums.keySet().forEach(name -> known.add("set(" + name + ")"));
        rows.keySet().forEach(name -> known.add("list(" + name + ")"));
        problems.add(text.place(), "unknown type `" + word + "`", Spelling.help(word, known));
        return Optional.empty();
    }

    private Range range(Section section, Optional<ValueType> type) {
        Range widest = type.map(Range::widest).orElse(new Range(0, 0));
        Optional<YamlNode> given = section.optional("range");
        boolean number = type.isPresent() && type.get() == ValueType.Plain.INT;
        if (given.isEmpty()) {
            if (number) {
                problems.add(section.place(), "an int fact has no `range`", "add `range: [0, 1000]` or what it can be");
            }
            return widest;
        }
        Ends ends = ends(given.get(), type);
        if (ends.least > ends.most) {
            problems.add(given.get().place(), "found a range that runs backwards, expected the smaller number first",
                    "turn the two around");
            return widest;
        }
        return new Range(ends.least, ends.most);
    }

    /** Both ends of a range as read. */
    private record Ends(long least, long most) {}

    private Ends ends(YamlNode node, Optional<ValueType> type) {
        Range widest = type.map(Range::widest).orElse(new Range(0, 0));
        boolean may = type.isPresent() && (type.get() == ValueType.Plain.INT || type.get() == ValueType.Plain.DURATION);
        if (type.isPresent() && !may) {
            problems.add(node.place(), "found a range, but only int and duration facts have one", "remove it");
            return new Ends(widest.least(), widest.most());
        }
        if (type.isEmpty() || !(node instanceof Items items) || items.items().size() != 2) {
            problems.add(node.place(), "found " + node.kind() + ", expected a range such as [0, 1000]", "");
            return new Ends(widest.least(), widest.most());
        }
        ValueReader reader = new ValueReader(enums, rows, problems);
        Optional<Value> least = reader.read(items.items().get(0), type.get(), widest);
        Optional<Value> most = reader.read(items.items().get(1), type.get(), widest);
        return new Ends(least.map(Range::measure).orElse(widest.least()),
                most.map(Range::measure).orElse(widest.most()));
    }
}
