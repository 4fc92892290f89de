package nullaosta.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nullaosta.agreement.condition.Words;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.YamlReader;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.agreement.vocabulary.VocabularyReader;

/** Random conditions of the whole language, as text, and random facts for them; everything follows from the seed. */
public final class RandomConditions {

    public static final String MORE = """
            uses: flight/1
            enums: {Cargo: [MAIL, FOOD, FUEL]}
            rows: {Stop: {base: {type: Base}, at: {type: instant}, armed: {type: bool}, count: {type: int}}}
            facts:
              mission.cargo: {type: Cargo, from: requester, ask: "?"}
              mission.cargoKinds: {type: set(Cargo), from: requester, ask: "?"}
              mission.notice: {type: duration, range: [PT0S, P30D], from: clock, ask: "?"}
              mission.received: {type: instant, from: clock, ask: "?"}
              mission.firstDay: {type: date, from: requester, ask: "?"}
              mission.stops: {type: list(Stop), from: requester, ask: "?"}
              ledger.sortiesThisMonth: {type: int, range: [0, 100], from: ledger, ask: "?"}
            """;
    public static final Vocabulary VOCABULARY = vocabulary();
    static final Words WORDS = new Words(VOCABULARY, Map.of(), java.util.Set.of(), Map.of(), false);

    private final Random random;

    public RandomConditions(long seed) {
        random = new Random(seed);
    }

    private static Vocabulary vocabulary() {
        Problems problems = new Problems();
        Section section = YamlReader.read("vocabulary", MORE, problems)
                .flatMap(root -> Section.of(root, "the vocabulary", problems)).orElseThrow();
        Vocabulary vocabulary = VocabularyReader.of("random/1", section, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.inOrder().toString());
        }
        return vocabulary;
    }

    // Conditions

    public String condition(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 2, 3 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 4 -> "!(" + condition(depth - 1) + ")";
            case 5 -> "(" + condition(depth - 1) + ") " + pick("==", "!=") + " (" + condition(depth - 1) + ")";
            case 6 -> quantified();
            default -> leaf();
        };
    }

    private String leaf() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> pick("mission.armed", "mission.crewed", "mission.strike", "file.expressRequest");
            case 2 -> number() + " " + comparison() + " " + number();
            case 3 -> day() + " " + comparison() + " " + day();
            case 4 -> instant() + " " + comparison() + " " + instant();
            case 5 -> span() + " " + comparison() + " " + span();
            case 6 -> purpose() + " " + pick("==", "!=") + " " + purpose();
            case 7 -> random.nextBoolean()
                    ? cargo() + " in mission.cargoKinds"
                    : purpose() + " in [" + purpose() + ", " + purpose() + "]";
            default -> pick("true", "false", quantified());
        };
    }

    private String quantified() {
        String quantifier = pick("exists", "all");
        return switch (random.nextInt(3)) {
            case 0 -> "host.recognitions." + quantifier + "(r, "
                    + joined("r.government " + pick("==", "!=") + " " + pick("file.requestedBy", "Government.GNA"),
                            "r.from " + comparison() + " " + day(), day() + " " + comparison() + " r.until")
                    + ")";
            case 1 -> "mission.stops." + quantifier + "(s, " + joined("s.armed", "s.base == mission.base",
                    "s.count + 1 " + comparison() + " " + number(), "s.at " + comparison() + " " + instant()) + ")";
            default -> "mission.cargoKinds." + quantifier + "(k, k " + pick("==", "!=") + " " + cargo() + ")";
        };
    }

    private String joined(String... parts) {
        List<String> chosen = new ArrayList<>();
        for (String part : parts) {
            if (chosen.isEmpty() || random.nextInt(3) > 0) {
                chosen.add((random.nextInt(4) == 0 ? "!(" : "(") + part + ")");
            }
        }
        return String.join(random.nextBoolean() ? " && " : " || ", chosen);
    }

    private String number() {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(4));
            case 1 -> "ledger.sortiesToday";
            case 2 -> "ledger.sortiesThisMonth";
            default -> "(ledger.sortiesToday " + pick("+", "-") + " " + random.nextInt(3) + ")";
        };
    }

    private String day() {
        return pick("file.requestedOn", "mission.firstDay");
    }

    private String instant() {
        return switch (random.nextInt(4)) {
            case 0 -> "mission.departure";
            case 1 -> "mission.received";
            default -> "(mission.received " + pick("+", "-") + " mission.notice)";
        };
    }

    private String span() {
        return switch (random.nextInt(3)) {
            case 0 -> "mission.notice";
            case 1 -> "(mission.departure - mission.received)";
            default -> "(mission.notice " + pick("+", "-") + " mission.notice)";
        };
    }

    private String purpose() {
        return pick("mission.purpose", "Purpose.OFFENSIVE", "Purpose.SURVEILLANCE", "Purpose.LOGISTICS");
    }

    private String cargo() {
        return pick("mission.cargo", "Cargo.MAIL", "Cargo.FUEL");
    }

    private String comparison() {
        return pick("==", "!=", "<", "<=", ">", ">=");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    // Facts

    /** Every fact with a value, from few values each, so that equal and neighbouring ones are common. */
    public FactSheet complete() {
        FactSheet.Builder builder = FactSheet.builder(VOCABULARY);
        VOCABULARY.facts().values().forEach(fact -> builder.known(fact.name(), value(fact.type()), "random"));
        return builder.build().orThrow();
    }

    /** The sheet with each fact taken out at the odds of one in three. */
    FactSheet partial(FactSheet complete) {
        FactSheet.Builder builder = FactSheet.builder(VOCABULARY);
        for (FactDeclaration fact : VOCABULARY.facts().values()) {
            if (random.nextInt(3) > 0) {
                complete.value(fact.name()).ifPresent(value -> builder.known(fact.name(), value, "random"));
            }
        }
        return builder.build().orThrow();
    }

    /** The sheet with its absent facts filled at random. */
    FactSheet completed(FactSheet partial, int most) {
        FactSheet.Builder builder = FactSheet.builder(VOCABULARY);
        int filled = 0;
        for (FactDeclaration fact : VOCABULARY.facts().values()) {
            if (partial.value(fact.name()).isPresent()) {
                builder.known(fact.name(), partial.value(fact.name()).get(), "random");
            } else if (filled++ < most) {
                builder.known(fact.name(), value(fact.type()), "random");
            }
        }
        return builder.build().orThrow();
    }

    private Object value(ValueType type) {
        return switch (type) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> random.nextBoolean();
                case INT -> random.nextInt(4);
                case DATE -> pick("2015-12-22", "2015-12-23", "2016-02-20");
                case INSTANT -> pick("2016-03-01T18:00:00Z", "2016-03-01T18:00:00.5Z", "2016-03-02T18:00:00Z");
                case DURATION -> pick("PT0S", "PT24H", "PT0.5S", "PT48H");
            };
            case ValueType.Named(String name) -> constant(name);
            case ValueType.SetOf(ValueType.Named element) -> {
                List<String> names = new ArrayList<>();
                declared(element.name()).constants().stream().filter(any -> random.nextBoolean()).forEach(names::add);
                yield names;
            }
            case ValueType.ListOf(String row) -> {
                List<Object> rows = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    rows.add(row.equals("Stop")
                            ? Map.of("base", constant("Base"), "at", value(ValueType.Plain.INSTANT), "armed",
                                    random.nextBoolean(), "count", random.nextInt(4))
                            : random.nextBoolean()
                                    ? Map.of("government", constant("Government"), "from",
                                            value(ValueType.Plain.DATE))
                                    : Map.of("government", constant("Government"), "from",
                                            value(ValueType.Plain.DATE), "until", value(ValueType.Plain.DATE)));
                }
                yield rows;
            }
        };
    }

    private String constant(String type) {
        if (type.equals("Government")) {
            return pick("GNA", "TRIPOLI");
        }
        List<String> constants = declared(type).constants();
        return constants.get(random.nextInt(constants.size()));
    }

    private static EnumDeclaration declared(String name) {
        EnumDeclaration found = VOCABULARY.enums().get(name);
        if (found == null) {
            throw new IllegalStateException(name);
        }
        return found;
    }
}
