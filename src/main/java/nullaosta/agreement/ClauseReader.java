package nullaosta.agreement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nullaosta.agreement.ClauseTest.Expectation;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.ConditionReader;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.text.YamlNode.Entries;
import nullaosta.agreement.text.YamlNode.Items;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactsFile;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType.Plain;
import nullaosta.agreement.vocabulary.Vocabulary;

/** Reads the clauses of one version. */
final class ClauseReader {

    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[A-Z][A-Z0-9]*(-[A-Z0-9]+(\\.[A-Z0-9]+)*)*");
    private static final String GOVERNING_DATE = "mission.departure";

    private final Vocabulary vocabulary;
    private final ZoneId timezone;
    private final Map<String, Authority> authorities;
    private final Function<Section, List<Source>> sources;
    private final ConditionReader conditions;
    private final Problems problems;
    private final Map<String, Place> seen = new HashMap<>();

    ClauseReader(Vocabulary vocabulary, ZoneId timezone, Map<String, Authority> authorities,
            Function<Section, List<Source>> sources, ConditionReader conditions, Problems problems) {
        this.vocabulary = vocabulary;
        this.timezone = timezone;
        this.authorities = authorities;
        this.sources = sources;
        this.conditions = conditions;
        this.problems = problems;
    }

    List<Clause> clauses(Optional<YamlNode> node) {
        List<Clause> all = new ArrayList<>();
        int before = problems.count();
        for (YamlNode item : items(node, "clauses", problems)) {
            if (problems.full()) {
                break; // nobody is shown more of them, and a hostile file may have thousands
            }
            Section.of(item, "a clause", problems).flatMap(this::clause).ifPresent(all::add);
        }
        if (problems.count() == before && node.isPresent()
                && all.stream().noneMatch(clause -> clause.kind() == ClauseKind.GRANT)) {
            problems.add(node.get().place(), "found no clause of kind grant, so that no flight is ever covered",
                    "add a clause that says which flights the agreement is about");
        }
        return problems.count() > before ? all : Exceptions.weave(all, problems);
    }

    static List<YamlNode> items(Optional<YamlNode> node, String name, Problems problems) {
        if (node.isPresent() && !(node.get() instanceof Items)) {
            problems.add(node.get().place(), "found " + node.get().kind() + ", expected a list of " + name, "");
        }
        return node.isPresent() && node.get() instanceof Items items ? items.items() : List.of();
    }

    private Optional<Clause> clause(Section section) {
        Optional<String> id = id(section);
        Optional<ClauseKind> kind = section.choice(section.text("kind"), ClauseKind.class);
        Optional<Text> text = section.text("text");
        List<Source> from = sources.apply(section);
        boolean whenSound = !section.has("when");
        Optional<Condition> when = section.optionalText("when").flatMap(conditions::read);
        Optional<Condition> require = section.optionalText("require").flatMap(conditions::read);
        Optional<Condition> prohibit = section.optionalText("prohibit").flatMap(conditions::read);
        Optional<Authority> authority = authority(section, "authority");
        Optional<OnBreach> onBreach = section.choice(section.optionalText("onBreach"), OnBreach.class);
        Optional<Authority> derogation = derogation(section);
        Basis basis = section.choice(section.optionalText("basis"), Basis.class).orElse(Basis.UNVERIFIED);
        Optional<Period> inForce = section.optionalSection("inForce", "a period")
                .flatMap(it -> TermsReader.period(it, problems));
        Condition lawful = lawful(section, inForce);
        Optional<LocalDate> published = TermsReader.day(section, "published", problems);
        List<String> exceptTo = section.words("exceptTo").stream().map(Text::value).toList();
        kind.ifPresent(known -> fitting(section, known, onBreach));
        List<ClauseTest> tests = tests(section, kind);
        section.refuseOthers();
        if (id.isEmpty() || kind.isEmpty() || text.isEmpty() || when.isEmpty() && !whenSound) {
            return Optional.empty();
        }
        return Optional.of(new Clause(id.get(), kind.get(), text.get().value(), from,
                when.orElse(Condition.TRUE), require.or(() -> prohibit.map(Condition::not)).orElse(Condition.TRUE),
                authority,
                onBreach.orElse(OnBreach.REFUSE), derogation, basis, inForce, lawful, exceptTo, Map.of(), tests,
                section.place(), published));
    }

    private Optional<String> id(Section section) {
        Optional<Text> text = section.text("id");
        Optional<String> id = section.formed(text, ID, "an id such as ART-5.2");
        if (id.isPresent() && text.isPresent()) {
            Place first = seen.putIfAbsent(id.get(), text.get().place());
            if (first != null) {
                problems.add(text.get().place(), "found the clause `" + id.get() + "` a second time",
                        "line " + first.line() + " has it already; give this one an id of its own");
            }
        }
        return id;
    }

    private Optional<Authority> authority(Section section, String key) {
        return section.optionalText(key).flatMap(this::known);
    }

    private Optional<Authority> derogation(Section section) {
        return section.optionalText("derogation").filter(text -> !text.value().equals("none")).flatMap(this::known);
    }

    private Optional<Authority> known(Text text) {
        Authority authority = authorities.get(text.value());
        if (authority == null) {
            problems.add(text.place(), "unknown authority `" + text.value() + "`", authorities.isEmpty()
                    ? "declare it under `authorities`"
                    : Spelling.help(text.value(), authorities.keySet()));
        }
        return Optional.ofNullable(authority);
    }

    /** That the keys go with the kind. */
    private void fitting(Section section, ClauseKind kind, Optional<OnBreach> onBreach) {
        boolean refersOnBreach = onBreach.equals(Optional.of(OnBreach.REFER));
        String demand = Section.word(kind);
        if (kind.demands()) {
            section.required(demand);
            String other = kind == ClauseKind.REQUIRE ? "prohibit" : "require";
            section.optional(other).ifPresent(node -> problems.add(node.place(), "found `" + other + "` in a clause of "
                    + "kind " + demand, "a clause of kind " + demand + " has its condition under `" + demand + "`"));
        } else {
            for (String key : List.of("require", "prohibit", "onBreach", "derogation")) {
                section.optional(key).ifPresent(node -> problems.add(node.place(), "found `" + key + "` in a clause of "
                        + "kind " + demand + ", which cannot be breached",
                        "make it a clause of kind require or prohibit, or put the condition under `when`"));
            }
        }
        if (kind == ClauseKind.REFER || refersOnBreach) {
            section.required("authority");
        } else if (kind != ClauseKind.GRANT) {
            section.optional("authority").ifPresent(node -> problems.add(node.place(), "found `authority`, but this "
                    + "clause refers to nobody", "remove it, or write `onBreach: refer`"));
        }
        boolean refuses = onBreach.isEmpty() || onBreach.get() == OnBreach.REFUSE;
        if (kind.demands() && !refuses && section.has("derogation")) {
            problems.add(section.place(), "found `derogation` beside `onBreach: " + Section.word(onBreach.get())
                    + "`, but only a breach that refuses needs one", "remove one of the two");
        }
    }

    /** That the clause is law on the day that governs; dates become instants where the governing fact is one. */
    private Condition lawful(Section section, Optional<Period> inForce) {
        Optional<Text> named = section.optionalText("governingDate");
        if (inForce.isEmpty()) {
            named.filter(text -> !section.has("inForce")).ifPresent(text -> problems.add(text.place(),
                    "found `governingDate` without `inForce`", "remove it, or say when the clause is in force"));
            return Condition.TRUE;
        }
        String name = named.map(Text::value).orElse(GOVERNING_DATE);
        Place place = named.map(Text::place).orElse(section.place());
        Optional<FactDeclaration> fact = vocabulary.fact(name);
        if (fact.isEmpty()) {
            problems.add(place, "unknown fact `" + name + "` as governing date",
                    Spelling.help(name, vocabulary.slots()));
            return Condition.TRUE;
        }
        if (fact.get().type() != Plain.DATE && fact.get().type() != Plain.INSTANT) {
            problems.add(place, "found the governing date `" + name + "` of type `" + fact.get().type()
                    + "`, expected a date or an instant", "");
            return Condition.TRUE;
        }
        Operand governing = new Operand.OfFact(name, vocabulary.slot(name), fact.get().type());
        Condition begun = new Condition.Compare(Comparison.AT_LEAST, governing,
                bound(inForce.get().from(), fact.get()));
        return inForce.get().until().map(until -> Condition.and(begun,
                new Condition.Compare(Comparison.LESS, governing, bound(until, fact.get())))).orElse(begun);
    }

    private Operand bound(LocalDate day, FactDeclaration fact) {
        return new Operand.Constant(fact.type() == Plain.DATE
                ? new Value.Day(day)
                : new Value.Moment(day.atStartOfDay(timezone).toInstant()), fact.type());
    }

    // Tests

    private List<ClauseTest> tests(Section section, Optional<ClauseKind> kind) {
        List<YamlNode> nodes = items(section.optional("tests"), "tests", problems);
        if (nodes.isEmpty()) {
            problems.add(section.place(), "found a clause without a test",
                    "add `tests:` with `- {given: {…}, expect: …}`");
        }
        return nodes.stream().flatMap(node -> Section.of(node, "a test", problems)
                .flatMap(test -> test(test, kind)).stream()).toList();
    }

    private Optional<ClauseTest> test(Section section, Optional<ClauseKind> kind) {
        var given = section.section("given", "given facts")
                .flatMap(facts -> FactsFile.read(facts, "clause's test", vocabulary, problems));
        Optional<YamlNode> expect = section.required("expect");
        List<String> needs = expect.map(this::needs).orElse(List.of());
        Optional<Expectation> word = expect.flatMap(node -> node instanceof Text text
                ? section.choice(Optional.of(text), Expectation.class)
                : Optional.of(Expectation.NEEDS));
        section.refuseOthers();
        if (word.isPresent() && kind.isPresent() && !possible(kind.get(), word.get())) {
            problems.add(section.place(), "found a test that expects `" + Section.word(word.get())
                    + "` of a clause of kind " + Section.word(kind.get()) + ", which is never that", "");
        }
        if (word.equals(Optional.of(Expectation.NEEDS)) && needs.isEmpty()) {
            problems.add(section.place(), "found a test that needs nothing", "write {needs: [mission.armed]}");
        }
        return given.isEmpty() || word.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClauseTest(given.get(), word.get(), needs, section.place()));
    }

    private List<String> needs(YamlNode node) {
        if (!(node instanceof Entries entries)) {
            return List.of();
        }
        Section section = new Section(entries, "an expectation", problems);
        List<Text> names = section.words("needs");
        section.refuseOthers();
        for (Text name : names) {
            if (vocabulary.fact(name.value()).isEmpty()) {
                problems.add(name.place(), "unknown fact `" + name.value() + "`",
                        Spelling.help(name.value(), vocabulary.slots()));
            }
        }
        return names.stream().map(Text::value).toList();
    }

    private static boolean possible(ClauseKind kind, Expectation expected) {
        return switch (expected) {
            case NOT_APPLICABLE, NEEDS -> true;
            case SATISFIED -> kind != ClauseKind.REFER;
            case BREACHED -> kind.demands();
            case REFERRED -> kind == ClauseKind.REFER;
        };
    }
}
